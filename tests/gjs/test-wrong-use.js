// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// Whatever a script passes, it gets an exception or an answer, never a crash.

import GLib from 'gi://GLib';
import Gio from 'gi://Gio';

import {finish, test} from './tap.js';

const script = Gio.File.new_for_uri(import.meta.url).get_parent().get_child('wrong-use.js').get_path();

for (const seed of ['1', '2', '3']) {
    test(`seed ${seed} is survived`, () => {
        const directory = GLib.dir_make_tmp('eupolicy-XXXXXX');
        const log = GLib.build_filenamev([directory, 'call']);
        const launcher = new Gio.SubprocessLauncher({
            flags: Gio.SubprocessFlags.STDOUT_SILENCE | Gio.SubprocessFlags.STDERR_SILENCE,
        });
        launcher.unsetenv('G_DEBUG');
        launcher.set_cwd(directory);
        const process = launcher.spawnv(['gjs', '-m', script, seed, log]);
        process.wait(null);
        const last = GLib.file_test(log, GLib.FileTest.EXISTS)
            ? new TextDecoder().decode(GLib.file_get_contents(log)[1]) : 'nothing was called';
        if (process.get_if_signaled() || process.get_exit_status() !== 0)
            throw new Error(`seed ${seed}, last call: ${last.trim()}`);
    });
}

await finish();
