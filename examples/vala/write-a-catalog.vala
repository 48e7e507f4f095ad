/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* A catalog of one's own: made by calls, written as JSON, read again, and checked. */

int main () {
    try {
        var catalog = new EuPolicy.Catalog ();
        var initiative = new EuPolicy.Initiative ("cycle-paths");
        initiative.title = "Cycle paths between capitals";
        initiative.instrument = EuPolicy.Instrument.REGULATION;
        initiative.set_references ({ new EuPolicy.Reference.from_string ("com (2025)148 final") });
        catalog.add (initiative);

        var milestone = new EuPolicy.Milestone ("cycle-paths/proposed/2025-03");
        milestone.title = "Cycle paths: proposed";
        milestone.subject_id = "cycle-paths";
        milestone.set_date (new EuPolicy.Date (2025, 3, 0));
        milestone.kind = EuPolicy.MilestoneKind.PROPOSED;
        catalog.add (milestone);

        var json = catalog.to_string (EuPolicy.Format.JSON);
        print ("%s", json);

        var again = new EuPolicy.Catalog.from_bytes (new Bytes (json.data), EuPolicy.Format.JSON, null);
        var read = (EuPolicy.Initiative) again.lookup ("cycle-paths");
        print ("cycle-paths: %s, %u issues\n", read.status.to_string (), again.validate ().get_n_items ());
    } catch (Error e) {
        printerr ("%s\n", e.message);
        return 1;
    }
    return 0;
}
