"""Examples for each key of a brief, of an invented story, as an editor's completion shows them."""

# model → key → values
EXAMPLES: dict[str, dict[str, list[object]]] = {
    "Item": {
        "id": ["ferry-sails-again"],
        "evidence": [
            {"harbourpost-2031-04-02": "The ferry to Norsund sailed again on Wednesday."},
            {"harbourpost-2031-04-02": ["The ferry sailed again.", "It was full."]},
        ],
        "rule": ["facts.reported"],
        "locked": [True],
        "hold": [True],
        "correction": ["3 April 2031: an earlier version said that the ferry sailed on Tuesday."],
    },
    "KeyFact": {
        "text": ["Repairs cost 2.4 million kroner, […] more than twice what the owner expected [in March]."],
        "according_to": ["the shipyard"],
        "part": ["background"],
        "differs": [{"islandnews-2031-04-03": ["adds “at the latest”"]}],
    },
    "Quote": {
        "text": ["We never […] thought of selling her [the ferry]"],
        "speaker": ["Marit Aas"],
        "kind": ["direct"],
        "via": [["state television", "a newspaper"]],
        "said": ["2031-04-02"],
        "how_dated": ["“on Tuesday” in an article of 2 April 2031"],
        "to": ["reporters"],
    },
    "TimelineEntry": {
        "date": ["2031-04-02", "2031-04", "2 April 2031", "2031-04-02?", "[2031-03-24..2031-03-30]"],
        "dated": ["derived"],
        "how_dated": ["“last week” in an article of 2 April 2031"],
        "text": ["The ferry ran aground off Norsund."],
    },
    "FigureItem": {
        "measure": ["cost of the repairs"],
        "value": [2400000],
        "as_written": ["2.4 million kroner"],
        "unit": ["NOK", "%", "people"],
        "bound": ["more than"],
        "period": ["2030", "2030-01/2030-06"],
        "base": ["2019"],
        "counted_by": ["the shipyard"],
        "status": ["forecast"],
        "series": ["passengers a year"],
        "settled_by": ["ferry-accounts/passengers-2031"],
    },
    "OpenQuestion": {
        "question": ["Who pays for the repairs?"],
        "kind": ["omission"],
        "because": ["The owner and the insurer each name the other; the contract would settle it."],
        "status": ["partly"],
        "answer": ["The insurer will pay half, the owner said on 9 April."],
        "also_in": [["ferry-accounts"]],
    },
    "ArticleEntry": {
        "file": ["harbour-post.txt", "2031/04/ferry.html"],
        "title": ["Ferry to Norsund sails again"],
        "title_from": ["line 1 of the file"],
        "outlet": ["Harbour Post"],
        "author": ["Kari Moe"],
        "agency": ["Reuters"],
        "url": ["https://harbourpost.example/ferry"],
        "published": ["2031-04-02", "2 April 2031", "2031-04"],
        "how_dated": ["line 2 of the file"],
        "recovered_from": [["islandnews-2031-04-03"]],
        "dropped": [{"an invitation to subscribe": ["Subscribe for 9 kroner a week."]}],
        "restore": [["Weather: the harbour was calm."]],
        "drop": [["Read more about the harbour."]],
    },
    "SharedText": {
        "articles": [["harbourpost-2031-04-02", "islandnews-2031-04-03"]],
        "agency": ["Reuters"],
    },
    "Items": {
        "key_facts": [
            [{"text": "The ferry sailed again.", "evidence": {"harbourpost-2031-04-02": "The ferry sailed again."}}]
        ],
        "quotes": [[{"text": "We are glad", "evidence": {"harbourpost-2031-04-02": "“We are glad,” she said."}}]],
        "timeline": [
            [
                {
                    "date": "2 April 2031",
                    "text": "The ferry sailed again.",
                    "evidence": {"harbourpost-2031-04-02": "The ferry sailed again."},
                }
            ]
        ],
        "figures": [
            [
                {
                    "measure": "passengers",
                    "value": 2400,
                    "as_written": "2,400 passengers",
                    "evidence": {"harbourpost-2031-04-02": "She carried 2,400 passengers."},
                }
            ]
        ],
        "open_questions": [
            [{"question": "Who pays?", "evidence": {"harbourpost-2031-04-02": "Nobody said who would pay."}}]
        ],
    },
    "Brief": {
        "title": ["Ferry to Norsund sails again"],
        "title_from": ["harbourpost-2031-04-02"],
        "date": ["2031-04-02", "2 April 2031"],
        "reviewed": ["2031-04-03, K. Moe"],
        "follows": ["ferry-aground"],
        "follows_because": ["the ferry to Norsund; Marit Aas"],
        "grouped_because": ["both tell of the ferry to Norsund on 2 April 2031"],
        "standfirst": ["The ferry that ran aground in January is back; who pays for it is not known."],
        "locked": [True],
        "hold": [True],
        "correction": ["3 April 2031: an earlier version named another owner."],
        "articles": [{"harbourpost-2031-04-02": {"file": "harbour-post.txt", "outlet": "Harbour Post"}}],
        "shared_text": [[{"articles": ["harbourpost-2031-04-02", "islandnews-2031-04-03"]}]],
    },
    "Position": {
        "id": ["owner-on-selling"],
        "speaker": ["Marit Aas"],
        "quotes": [["ferry/never-thought", "ferry-accounts/may-sell"]],
        "shared": ["of selling her"],
        "rule": ["positions.same-words"],
    },
    "Overview": {
        "title": ["The ferry to Norsund"],
        "standfirst": ["What two papers report about the ferry, each line with the passage it rests on."],
        "lead": [["ferry/ferry-sails-again"]],
        "not_known": [["ferry/who-pays"]],
        "chart": ["passengers a year"],
        "positions": [[{"speaker": "Marit Aas", "quotes": ["ferry/never-thought", "ferry-accounts/may-sell"]}]],
    },
    "NameEntry": {
        "name": ["Marit Aas"],
        "also": [["M. Aas", "Marit Ås"]],
        "kind": ["organisation"],
        "role": ["owner of the ferry"],
        "because": ["one paper writes Ås; both name her as the owner of the ferry"],
    },
}  # fmt: skip


def examples_of(names: list[str]) -> dict[str, list[object]]:
    """Return the examples of a model's keys; `names` are the model's and its bases', the nearest first."""
    return {key: value for name in reversed(names) for key, value in EXAMPLES.get(name, {}).items()}
