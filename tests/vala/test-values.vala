/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Values from Vala: constructors, nullability, errors. */

void dates () {
    try {
        var month = new EuPolicy.Date.from_string ("2025-03");
        assert (month.to_string () == "2025-03");
        assert (month.get_precision () == EuPolicy.Precision.MONTH);
        assert (month.get_first_day ().to_string () == "2025-03-01");
        assert (month.contains (new EuPolicy.Date (2025, 3, 4)));
        assert (month.compare (new EuPolicy.Date (2025, 4, 0)) < 0);
        assert (month.equal (new EuPolicy.Date (2025, 3, 0)));
        assert (new EuPolicy.Date.quarter (2025, 3).to_string () == "2025-35");
        assert (month.format ("en") != "");
    } catch (Error e) {
        assert_not_reached ();
    }
}

void bad_dates () {
    try {
        new EuPolicy.Date.from_string ("2025-13");
        assert_not_reached ();
    } catch (EuPolicy.ParseError.BAD_VALUE e) {
        assert (e.message != "");
    } catch (Error e) {
        assert_not_reached ();
    }
}

void others () {
    try {
        var period = new EuPolicy.Period.from_string ("2024-12-01/..");
        assert (period.get_start ().to_string () == "2024-12-01");
        assert (period.get_end () == null);
        var text = new EuPolicy.Text ("en", "Paths").with_string ("fr", "Chemins");
        assert (text.get_languages ().length == 2);
        assert (text.get ("de") == null);
        var reference = new EuPolicy.Reference.from_string ("com (2025)148 final");
        assert (reference.value == "COM(2025) 148");
        var figure = new EuPolicy.Figure (71, "%", EuPolicy.Qualifier.EXACT, text, null, null);
        assert (figure.value == 71 && figure.date == null);
        assert (EuPolicy.Status.IN_FORCE.to_string () == "in-force");
    } catch (Error e) {
        assert_not_reached ();
    }
}

int main (string[] args) {
    Test.init (ref args);
    Test.add_func ("/values/dates", dates);
    Test.add_func ("/values/bad-dates", bad_dates);
    Test.add_func ("/values/others", others);
    return Test.run ();
}
