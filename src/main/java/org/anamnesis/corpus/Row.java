package org.anamnesis.corpus;

/** One line of a set's files, or what stands for one. */
public sealed interface Row {

    /** Where it stands, e.g. {@code dev.jsonl:12}. */
    String place();

    /** A line that could be read, its two sides apart. */
    record Whole(String place, Item item, Gold gold) implements Row {}

    /** A line that is no JSON object, or has no id. */
    record Broken(String place) implements Row {}
}
