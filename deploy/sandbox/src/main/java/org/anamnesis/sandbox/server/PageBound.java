package org.anamnesis.sandbox.server;

import java.util.OptionalInt;

/**
 * How long a page of a search may be.
 *
 * @param largest more entries no page has, and more results no search looks for at a time; absent leaves it to the server
 */
public record PageBound(OptionalInt largest) {}
