"""The data between the stages: what an article is, what is found in it, and the brief that people edit."""
