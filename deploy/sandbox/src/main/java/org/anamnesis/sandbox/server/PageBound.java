package org.anamnesis.sandbox.server;

import java.util.OptionalInt;

/**
 * How long a page of a search may be.
 *
 * @param largest more entries no page has, whatever {@code _count} asks for; absent leaves it to the server
 */
public record PageBound(OptionalInt largest) {}
