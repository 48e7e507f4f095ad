# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Dates, periods, texts, figures and the like, as Python has them."""

import copy
import datetime
import pickle

import pytest
from gi.repository import EuPolicy, GLib

Date, Period, Text = EuPolicy.Date, EuPolicy.Period, EuPolicy.Text


def test_date_constructors():
    assert str(Date("2025-03")) == "2025-03"
    assert str(Date(2025)) == "2025"
    assert str(Date(2025, 3, 4)) == "2025-03-04"
    assert str(Date.new_quarter(2025, 3)) == "2025-35"
    assert Date(datetime.date(2025, 3, 4)) == Date("2025-03-04")
    assert Date(datetime.datetime(2025, 3, 4, 12)) == Date("2025-03-04")
    assert Date(GLib.DateTime.new_utc(2025, 3, 4, 1, 2, 3)) == Date("2025-03-04")
    assert Date(Date("2025")) == Date("2025")


@pytest.mark.parametrize("text", ["", "2025-13", "2025-02-29", "31-12-9999", "publication +20", "10000", "x" * 1000])
def test_date_errors(text):
    with pytest.raises(GLib.Error) as caught:
        Date(text)
    assert caught.value.matches(EuPolicy.ParseError.quark(), EuPolicy.ParseError.BAD_VALUE) or \
        caught.value.domain == "eup-parse-error-quark"


def test_date_accessors():
    date = Date("2025-03-04")
    assert (date.year, date.month, date.day, date.quarter) == (2025, 3, 4, 1)
    assert str(date.precision) == "day"
    assert date.first_day == date.last_day == date
    month = Date("2025-03~")
    assert month.approximate and not month.uncertain
    assert (month.first_day, month.last_day) == (Date("2025-03-01"), Date("2025-03-31"))
    assert month.to_date() == datetime.date(2025, 3, 1)
    assert Date("2025-03-04") in month
    assert "2025-03-04" in month
    assert Date("2025-04") not in month
    assert month.format("en")


def test_date_order_and_hash():
    dates = [Date("2025-04"), Date("2024"), Date("2025-03-04"), Date("2025-03")]
    assert [str(d) for d in sorted(dates)] == ["2024", "2025-03", "2025-03-04", "2025-04"]
    assert Date("2025") == Date("2025-XX")
    assert hash(Date("2025")) == hash(Date("2025-XX"))
    assert len({Date("2025"), Date("2025-XX"), Date("2024")}) == 2
    assert Date("2024") < Date("2025") <= Date("2025") and Date("2025") > Date("2024") >= Date("2024")
    assert Date("2025") != "2025" and Date("2025") is not None and Date("2025") != None  # noqa: E711
    with pytest.raises(TypeError):
        Date("2025") < 2025  # noqa: B015


def test_dates_are_printed_and_copied():
    date = Date("2025-03")
    assert repr(date) == "EuPolicy.Date('2025-03')"
    assert eval(repr(date)) == date
    assert copy.copy(date) == copy.deepcopy(date) == pickle.loads(pickle.dumps(date)) == date
    assert f"{date}" == "2025-03"


def test_period():
    period = Period("2024-12-01/2029")
    assert str(period) == "2024-12-01/2029"
    assert period.start == Date("2024-12-01") and period.end == Date("2029")
    assert Date("2025") in period and "2025" in period and "2023" not in period
    assert Period(Date("2024"), None).end is None
    assert Period("2024", "2025") == Period("2024/2025")
    assert hash(Period("2024/2025")) == hash(Period("2024", "2025"))
    assert repr(period) == "EuPolicy.Period('2024-12-01/2029')"
    assert pickle.loads(pickle.dumps(period)) == period
    with pytest.raises(GLib.Error):
        Period("2025/2024/2023")


def test_text():
    text = Text({"en": "Paths", "fr": "Chemins"})
    assert text["fr"] == "Chemins" and "fr" in text and "de" not in text
    assert dict(text) == {"en": "Paths", "fr": "Chemins"}
    assert sorted(text) == text.languages == ["en", "fr"]
    assert text == Text("fr", "Chemins").with_string("en", "Paths")
    assert hash(text) == hash(Text({"fr": "Chemins", "en": "Paths"}))
    assert text.lookup(["fr"]) == "Chemins"
    assert eval(repr(text)) == text
    assert pickle.loads(pickle.dumps(text)) == text
    with pytest.raises(KeyError):
        text["de"]
    with pytest.raises(ValueError):
        Text({})


def test_enums_are_words():
    assert str(EuPolicy.Status.IN_FORCE) == "in-force"
    assert f"{EuPolicy.Status.IN_FORCE:>10}" == "  in-force"
    assert f"{EuPolicy.Status.IN_FORCE:d}" == "6"
    assert EuPolicy.Status.IN_FORCE.label("en") == "In force"
    assert EuPolicy.MilestoneKind.IN_FORCE.label("en")
    assert EuPolicy.Status.IN_FORCE == 6


def test_figure():
    source = EuPolicy.Citation(Text("en", "A page"), "https://example.org/", "2025")
    figure = EuPolicy.Figure(71, "%", "exact", {"en": "of citizens"}, "2024", source)
    assert figure.value == 71 and figure.unit == "%" and str(figure.date) == "2024"
    assert figure.label["en"] == "of citizens"
    assert figure.source == source
    assert figure == EuPolicy.Figure(value=71, unit="%", label=Text("en", "of citizens"), date=Date("2024"),
                                     source=source)
    assert hash(figure) == hash(EuPolicy.Figure(71, "%", "exact", {"en": "of citizens"}, "2024", source))
    assert "71" in str(figure)
    assert figure != EuPolicy.Figure(72, "%") and figure != 71
    with pytest.raises(TypeError):
        EuPolicy.Figure(1, nonsense=2)
    with pytest.raises(ValueError):
        EuPolicy.Figure(1, "%", "roughly")


def test_reference():
    reference = EuPolicy.Reference("com (2025)148 final")
    assert str(reference) == reference.value == "COM(2025) 148"
    assert reference.scheme == EuPolicy.ReferenceScheme.COM
    assert reference.uri.startswith("https://")
    assert reference == EuPolicy.Reference("COM(2025) 148")
    assert len({reference, EuPolicy.Reference("COM(2025) 148")}) == 1


def test_link_term_citation_title():
    link = EuPolicy.Link("https://example.org/", {"en": "News"}, "news", "2025-03")
    assert link.kind == EuPolicy.LinkKind.NEWS and str(link) == "News"
    assert link == EuPolicy.Link("https://example.org/", {"en": "News"}, "news", "2025-03")
    term = EuPolicy.Term("m", {"en": "Commissioner"}, {"en": "Energy"}, "2024-12-01/..", ["p", "q"])
    assert term.mandate_id == "m" and term.priority_ids == ["p", "q"] and str(term) == "Commissioner, Energy"
    assert str(EuPolicy.Title({"en": "Old name"}, "2020/2021")) == "Old name"
    assert str(EuPolicy.Citation(None, "https://example.org/")) == "https://example.org/"
    assert repr(link) == "<EuPolicy.Link 'News'>"


def test_reasons():
    reason = EuPolicy.Reason("milestone", "act/signed", "2025-03")
    assert reason.format("en") == "it has reached the milestone act/signed (March 2025)"
    assert str(reason) == reason.format(None)  # in the language of the user
    assert repr(reason) == f"<EuPolicy.Reason {str(reason)!r}>"
    assert (reason.rule, reason.entity_id, reason.date) == ("milestone", "act/signed", EuPolicy.Date("2025-03"))
    assert reason == EuPolicy.Reason("milestone", "act/signed", "2025-03") and len({reason, reason}) == 1
    assert reason != EuPolicy.Reason("stated")
