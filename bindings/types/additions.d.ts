// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// What the override adds.
type Day = InstanceType<typeof globalThis.Date>;

interface Date {
    readonly year: number;
    readonly month: number;
    readonly quarter: number;
    readonly day: number;
    readonly precision: Precision;
    readonly first_day: Date;
    readonly firstDay: Date;
    readonly last_day: Date;
    readonly lastDay: Date;
    toDate(): Day;
    toString(): string;
    toJSON(): string;
    valueOf(): number;
    [Symbol.toPrimitive](hint: string): number | string;
}
interface Period {
    readonly start: Date | null;
    readonly end: Date | null;
    toString(): string;
    toJSON(): string;
}
interface Text {
    readonly languages: string[];
    toString(): string;
    toJSON(): Record<string, string>;
}
interface Figure {
    toString(): string;
    toJSON(): Record<string, unknown>;
}
interface Reference {
    toString(): string;
    toJSON(): string;
}
interface Link {
    toString(): string;
    toJSON(): Record<string, unknown>;
}
interface Term {
    toString(): string;
    toJSON(): Record<string, unknown>;
}
interface Citation {
    toString(): string;
    toJSON(): Record<string, unknown>;
}
interface Title {
    toString(): string;
    toJSON(): Record<string, unknown>;
}
interface Issue {
    toString(): string;
    toJSON(): Record<string, unknown>;
}
interface Entity {
    toString(): string;
    toJSON(): Record<string, unknown>;
}
interface Query {
    toString(): string;
}
interface List<A extends GObject.Object = GObject.Object> {
    readonly length: number;
    get(id: string): A | null;
    get_item(position: number): A | null;
    toJSON(): A[];
    [Symbol.iterator](): IterableIterator<A>;
}
interface Results {
    readonly length: number;
    get(id: string): any;
    get_item(position: number): any;
    toColumns(fields: string[]): Record<string, any[]>;
    toObjects(fields?: string[]): Record<string, any>[];
    toNumbers(field: string): Float64Array;
    countBy(field: string): Map<string, number>;
    toJSON(): Entity[];
    [Symbol.iterator](): IterableIterator<any>;
}
interface Catalog {
    readonly length: number;
    get(id: string): any;
    get_item(position: number): any;
    edit<T>(change: (catalog: Catalog) => T): T;
    connect(signal: 'changed', callback: (catalog: Catalog, entity: Entity) => void): number;
    toJSON(): Entity[];
    [Symbol.iterator](): IterableIterator<any>;
}
namespace Catalog {
    function builtin(): Catalog;
    function open(file: string | Gio.File, cancellable?: Gio.Cancellable | null, progress?: Progress | null): Promise<Catalog>;
}
