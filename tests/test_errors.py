"""An error tells its place, shows the line with a caret, and says what to do."""

from generator.errors import ContentError, ContentErrors


def test_an_error_shows_line_caret_and_hint() -> None:
    error = ContentError("a.yml", 3, 7, "unknown key `tittle`", "did you mean `title`?", "      tittle: x")
    assert str(error) == (
        "a.yml:3:7: unknown key `tittle`\n          tittle: x\n          ^\n    hint: did you mean `title`?"
    )


def test_an_error_without_a_place_is_one_line() -> None:
    assert str(ContentError("a.txt", None, None, "the file is empty")) == "a.txt: the file is empty"


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "x" * 150 + "HERE" + "y" * 150
    shown, caret = str(ContentError("a.yml", 1, 151, "m", source_line=line)).splitlines()[1:]
    assert shown[caret.index("^") :].startswith("HERE")
    assert len(shown) < 110
    assert shown.strip().startswith("…")
    assert shown.endswith("…")


def test_all_errors_of_a_run_are_told_in_order() -> None:
    errors = [ContentError("b", 1, 1, "x"), ContentError("a", 10, 1, "x"), ContentError("a", 2, 1, "x")]
    assert str(ContentErrors(errors)) == "a:2:1: x\na:10:1: x\nb:1:1: x"


def test_an_error_as_json_has_every_part() -> None:
    error = ContentError("a.yml", 3, 7, "unknown key", "did you mean “title”?", "tittle: x")
    assert error.record() == {
        "file": "a.yml",
        "line": 3,
        "column": 7,
        "message": "unknown key",
        "hint": "did you mean “title”?",
    }


def test_an_annotation_cannot_be_ended_by_what_it_tells() -> None:
    error = ContentError("a:b,c%.yml", 3, 7, "100%\r\n::error::no", "::stop")
    assert error.annotation() == (
        "::error file=a%3Ab%2Cc%25.yml,line=3,col=7::100%25%0D%0A::error::no%0Ahint: ::stop"
    )
    assert ContentError("a.txt", None, None, "empty").annotation() == "::error file=a.txt::empty"
