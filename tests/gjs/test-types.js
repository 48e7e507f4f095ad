// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// The declarations of types for editors say what is there.

import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import EuPolicy from 'gi://EuPolicy?version=1';

import {finish, ok, same, test} from './tap.js';

const path = GLib.build_filenamev([GLib.getenv('EUP_BUILD_ROOT'), 'bindings', 'EuPolicy-1.d.ts']);

// Each class with its members: a name, and whether it is one of the class itself.
function declared() {
    const [, bytes] = Gio.File.new_for_path(path).load_contents(null);
    const classes = new Map();
    let members = null;

    for (const line of new TextDecoder().decode(bytes).split('\n')) {
        const begin = /^ {8}(?:abstract )?(?:class|interface|enum|namespace) (\w+)/.exec(line);
        const member = /^ {12}(static |function )?(?:readonly )?(\w+)(?:\?|<\w+>)?(?=[(:]| = )/.exec(line);

        if (begin) {
            members = classes.get(begin[1]) ?? [];
            classes.set(begin[1], members);
        } else if (member && members) {
            members.push([member[2], member[1] !== undefined || / = /.test(line)]);
        }
    }
    return classes;
}

if (GLib.file_test(path, GLib.FileTest.EXISTS)) {
    test('all that is declared is there', () => {
        const missing = [];
        const classes = declared();

        for (const [name, members] of classes) {
            for (const [member, isStatic] of members) {
                const owner = isStatic ? EuPolicy[name] : EuPolicy[name]?.prototype;
                if (member !== 'constructor' && !(owner && member in owner))
                    missing.push(`${name}.${member}`);
            }
        }
        same(missing, []);
        ok(classes.size > 30);
    });
    test('all classes are declared', () => {
        const classes = declared();
        const names = ['Catalog', 'List', 'Results', 'Query', 'Entity', 'Mandate', 'Priority', 'Objective', 'Initiative',
            'Milestone', 'Commissioner', 'Topic', 'Date', 'Period', 'Text', 'Figure', 'Issue', 'Status', 'ParseError'];

        same(names.filter(name => !classes.has(name)), []);
    });
}
await finish();
