// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// What makes EuPolicy read as JavaScript. Only the classes of the library are changed.

const {Gio} = imports.gi;

const DAY = 86400;
const ABSENT = 0xffffffff;

function _define(target, name, value) {
    // What GJS put there itself cannot be defined anew, but be given another value.
    if (Object.getOwnPropertyDescriptor(target, name)?.configurable === false)
        target[name] = value;
    else
        Object.defineProperty(target, name, {value, configurable: true, writable: true, enumerable: false});
}

function _get(target, name, get) {
    if (!(name in target))
        Object.defineProperty(target, name, {get, configurable: true, enumerable: false});
}

function* _iterate() {
    for (let i = 0, item; (item = this.get_item(i)) !== null; i++)
        yield item;
}

// What the library writes is UTF-8: where nothing needs to be mended GJS reads it without a detour.
function _decode(bytes) {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes.toArray());
}

function _days(date) {
    return date.to_date_time().to_unix() / DAY;
}

// -- values ---------------------------------------------------------------------------------------

function _addValues(EuPolicy) {
    const {Date: EupDate, Period, Text} = EuPolicy;

    // Text as with the language's own dates; "<" and sorting by a number ask for days.
    _define(EupDate.prototype, Symbol.toPrimitive, function (hint) {
        return hint === 'number' ? _days(this) : this.to_string();
    });
    _define(EupDate.prototype, 'valueOf', function () {
        return _days(this);
    });
    _define(EupDate.prototype, 'toDate', function () {
        return new Date(_days(this) * DAY * 1000);
    });
    for (const name of ['year', 'month', 'quarter', 'day', 'precision', 'first_day', 'last_day']) {
        _get(EupDate.prototype, name, function () {
            return this[`get_${name}`]();
        });
    }
    _get(EupDate.prototype, 'firstDay', function () {
        return this.get_first_day();
    });
    _get(EupDate.prototype, 'lastDay', function () {
        return this.get_last_day();
    });
    for (const name of ['start', 'end']) {
        _get(Period.prototype, name, function () {
            return this[`get_${name}`]();
        });
    }
    _get(Text.prototype, 'languages', function () {
        return this.get_languages();
    });

    for (const type of [EupDate, Period, Text]) {
        _define(type.prototype, 'toString', function () {
            return this.to_string();
        });
    }
    for (const type of [EupDate, Period])
        _define(type.prototype, 'toJSON', type.prototype.toString);
    _define(Text.prototype, 'toJSON', function () {
        return Object.fromEntries(this.get_languages().map(language => [language, this.get(language)]));
    });
}

// The word that data and queries use for a value of an enumeration.
function _nick(EuPolicy, type, value) {
    const words = type.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
    const convert = EuPolicy[type].to_string ?? EuPolicy[`${words}_to_string`];

    return convert(value);
}

function _addValueObjects(EuPolicy) {
    const shown = {
        Figure: self => self.format(null),
        Reference: self => self.get_value() ?? '',
        Link: self => `${self.get_title() ?? self.get_uri() ?? ''}`,
        Term: self => [self.get_role(), self.get_portfolio()].filter(part => part !== null).join(', '),
        Citation: self => `${self.get_title() ?? self.get_uri() ?? ''}`,
        Title: self => `${self.get_text() ?? ''}`,
        Reason: self => self.format(null),
        Issue: self => self.to_string(),
    };
    // As the JSON of a catalog has them: what is absent is left out.
    const members = {
        Figure: self => ({
            value: self.get_value(), unit: self.get_unit(),
            qualifier: self.get_qualifier() === EuPolicy.Qualifier.EXACT
                ? null : _nick(EuPolicy, 'Qualifier', self.get_qualifier()),
            label: self.get_label(), date: self.get_date(), source: self.get_source(),
        }),
        Link: self => ({
            uri: self.get_uri(), title: self.get_title(), kind: _nick(EuPolicy, 'LinkKind', self.get_kind()),
            date: self.get_date(),
        }),
        Term: self => ({
            mandate: self.get_mandate_id(), role: self.get_role(), portfolio: self.get_portfolio(),
            period: self.get_period(), priorities: self.get_priority_ids(),
        }),
        Citation: self => ({title: self.get_title(), uri: self.get_uri(), date: self.get_date()}),
        Title: self => ({text: self.get_text(), period: self.get_period()}),
        Reason: self => ({rule: self.get_rule(), entityId: self.get_entity_id(), date: self.get_date()}),
        Issue: self => ({
            severity: _nick(EuPolicy, 'Severity', self.get_severity()), code: self.get_code(),
            message: self.get_message(), source: self.get_source(), line: self.get_line(),
            column: self.get_column(), pointer: self.get_pointer(), entityId: self.get_entity_id(),
        }),
    };

    for (const [name, toString] of Object.entries(shown)) {
        const {prototype} = EuPolicy[name];
        const list = members[name];

        _define(prototype, 'toString', function () {
            return toString(this);
        });
        _define(prototype, 'toJSON', list === undefined ? prototype.toString : function () {
            return Object.fromEntries(Object.entries(list(this)).filter(([, value]) =>
                value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)));
        });
    }
}

// What is worked out when somebody asks is no property, and read like one.
function _addReasons(EuPolicy) {
    for (const [name, {prototype}] of [['status_reason', EuPolicy.Initiative], ['rescheduled_since', EuPolicy.Milestone]]) {
        const read = function () {
            return this[`dup_${name}`]();
        };

        _get(prototype, name, read);
        _get(prototype, name.replace(/_(.)/g, (_, letter) => letter.toUpperCase()), read);
    }
}

// -- collections ----------------------------------------------------------------------------------

function _minusOneWhereAbsent(prototype) {
    const {position_of: positionOf} = prototype;

    _define(prototype, 'position_of', function (item) {
        const position = positionOf.call(this, item);

        return position === ABSENT ? -1 : position;
    });
}

function _addCollections(EuPolicy) {
    for (const name of ['List', 'Results', 'Changes', 'Catalog']) {
        if (EuPolicy[name]?.prototype.get_item === undefined)
            continue;
        const {prototype} = EuPolicy[name];

        _define(prototype, Symbol.iterator, _iterate);
        _get(prototype, 'length', function () {
            return this.get_n_items();
        });
        _define(prototype, 'get', function (id) {
            return this.lookup(id);
        });
        _define(prototype, 'toJSON', function () {
            return [...this];
        });
        if (prototype.position_of !== undefined)
            _minusOneWhereAbsent(prototype);
    }
    delete EuPolicy.Changes?.prototype.get;
}

function _addResults(EuPolicy) {
    const {prototype} = EuPolicy.Results;

    // The fields of all rows as an object of arrays: one call however many rows there are.
    _define(prototype, 'toColumns', function (fields) {
        return JSON.parse(_decode(this.dup_columns(fields)));
    });
    _define(prototype, 'toObjects', function (fields = ['id', 'type', 'title']) {
        const columns = this.toColumns(fields);
        const rows = Array.from({length: this.get_n_items()}, () => ({}));

        // Field by field, so that within the inner loop all objects are of one shape.
        for (const field of fields) {
            const column = columns[field];

            for (let i = 0; i < rows.length; i++)
                rows[i][field] = column[i];
        }
        return rows;
    });
    _define(prototype, 'countBy', function (field) {
        return new Map(this.count_by(field).deepUnpack());
    });
    _define(prototype, 'toNumbers', function (field) {
        const {buffer, byteOffset, byteLength} = this.dup_numbers(field).toArray();

        return new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));
    });
}

// -- catalogs -------------------------------------------------------------------------------------

function _addCatalog(EuPolicy) {
    const {Catalog} = EuPolicy;

    Gio._promisify(Catalog, 'new_from_file_async', 'new_from_file_finish');
    Gio._promisify(Catalog, 'new_from_file_full_async', 'new_from_file_full_finish');
    Gio._promisify(Catalog.prototype, 'save_async', 'save_finish');
    _define(Catalog, 'builtin', () => Catalog.new_builtin());
    // A promise, since reading may take time: a path, an address or a Gio.File.
    _define(Catalog, 'open', async (file, cancellable = null, progress = null) => {
        if (!(file instanceof Gio.File)) {
            const path = String(file);
            file = /^[a-z][a-z0-9+.-]+:\/\//i.test(path) ? Gio.File.new_for_uri(path) : Gio.File.new_for_path(path);
        }
        // eslint-disable-next-line no-return-await
        return await Catalog.new_from_file_full_async(file, EuPolicy.Format.AUTO, progress, cancellable);
    });
    // What costs too much is an exception here, and not an empty answer with a warning.
    _define(Catalog.prototype, 'select', function (query) {
        return this.select_full(query, null);
    });
    // Everything that the function does is one edit, announced at its end.
    _define(Catalog.prototype, 'edit', function (change) {
        this.begin_edit();
        try {
            return change(this);
        } finally {
            this.end_edit();
        }
    });
}

// -- entities -------------------------------------------------------------------------------------

function _addEntities(EuPolicy) {
    const {prototype} = EuPolicy.Entity;

    _define(prototype, 'toString', function () {
        return this.get_title() || this.get_id();
    });
    _define(prototype, 'toJSON', function () {
        return JSON.parse(this.to_json_string());
    });
}

// An entity as a value means its id.
function _addQuery(EuPolicy) {
    const {prototype} = EuPolicy.Query;
    const {where, where_any: whereAny} = prototype;
    const valueOf = value => value instanceof EuPolicy.Entity ? value.get_id() : value;

    _define(prototype, 'where', function (field, op, value = null) {
        return where.call(this, field, op, valueOf(value));
    });
    _define(prototype, 'where_any', function (field, op, values) {
        return whereAny.call(this, field, op, values.map(valueOf));
    });
    _define(prototype, 'toString', function () {
        return this.to_string();
    });
}

function _init() {
    const EuPolicy = this;

    _addValues(EuPolicy);
    _addValueObjects(EuPolicy);
    _addReasons(EuPolicy);
    _addCollections(EuPolicy);
    _addResults(EuPolicy);
    _addCatalog(EuPolicy);
    _addEntities(EuPolicy);
    _addQuery(EuPolicy);
}
