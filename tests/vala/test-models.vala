/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Catalogs, entities and lists from Vala. */

EuPolicy.Catalog builtin () {
    try {
        var catalog = new EuPolicy.Catalog.builtin ();
        catalog.set_languages ({ "en" });
        return catalog;
    } catch (Error e) {
        assert_not_reached ();
    }
}

void walk () {
    var catalog = builtin ();
    var priority = (EuPolicy.Priority) catalog.lookup ("security-and-defence");
    assert (priority.title == "A new era for European defence and security");
    var objective = (EuPolicy.Objective) priority.dup_objectives ().lookup ("internal-security");
    var initiative = (EuPolicy.Initiative) objective.dup_initiatives ().lookup ("protecteu");
    assert (initiative.status == EuPolicy.Status.ADOPTED);
    var milestone = (EuPolicy.Milestone) initiative.dup_milestones ().get_item (0);
    assert (milestone.get_date ().to_string () == "2025-04-01");
    assert (milestone.dup_subject () == initiative);
    assert (catalog.lookup ("nothing") == null);
    assert (((EuPolicy.Commissioner) initiative.dup_leads ().get_item (0)).family_name == "Brunner");
}

void edit () {
    var catalog = new EuPolicy.Catalog ();
    var initiative = new EuPolicy.Initiative ("i");
    var announced = 0;
    try {
        initiative.title = "Paths";
        catalog.add (initiative);
        catalog.changed.connect (() => { announced++; });
        initiative.instrument = EuPolicy.Instrument.DIRECTIVE;
        assert (initiative.legislative && announced == 1);
        initiative.set_topic_ids ({ "a", "b" });
        assert (initiative.get_topic_ids ().length == 2);
        catalog.add (new EuPolicy.Topic ("i"));
        assert_not_reached ();
    } catch (EuPolicy.ModelError.DUPLICATE_ID e) {
        assert (e.message != "");
    } catch (Error e) {
        assert_not_reached ();
    }
}

async void load (string path, MainLoop loop) {
    try {
        var catalog = yield new EuPolicy.Catalog.from_file_async (File.new_for_path (path), null);
        assert (catalog.lookup ("i") != null);
        var progress = new EuPolicy.Progress ();
        var n_seen = 0;
        progress.notify["fraction"].connect (() => { n_seen++; });
        catalog = yield new EuPolicy.Catalog.from_file_full_async (File.new_for_path (path), EuPolicy.Format.AUTO, progress, null);
        assert (catalog.lookup ("i") != null && progress.fraction == 1 && n_seen > 0);
        catalog = new EuPolicy.Catalog.from_file_full (File.new_for_path (path), EuPolicy.Format.JSON, progress, null);
        assert (catalog.dup_initiatives ().position_of (catalog.lookup ("i")) == 0);
        assert (catalog.dup_topics ().position_of (catalog.lookup ("i")) == uint.MAX);
    } catch (Error e) {
        assert_not_reached ();
    }
    loop.quit ();
}

void save_and_load () {
    try {
        var catalog = new EuPolicy.Catalog ();
        catalog.add (new EuPolicy.Initiative ("i"));
        var directory = DirUtils.make_tmp ("eupolicy-XXXXXX");
        var path = Path.build_filename (directory, "c.json");
        catalog.save_to_path (path);
        assert (new EuPolicy.Catalog.from_path (path).to_string (EuPolicy.Format.JSON)
                == catalog.to_string (EuPolicy.Format.JSON));
        var loop = new MainLoop ();
        load.begin (path, loop);
        loop.run ();
        FileUtils.remove (path);
        DirUtils.remove (directory);
    } catch (Error e) {
        assert_not_reached ();
    }
}

int main (string[] args) {
    Test.init (ref args);
    Test.add_func ("/models/walk", walk);
    Test.add_func ("/models/edit", edit);
    Test.add_func ("/models/save-and-load", save_and_load);
    return Test.run ();
}
