package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What came of an item.
 *
 * @param line the line of the set's output, exactly the fields of its format
 * @param measures what the figures need besides, kept apart from the line
 */
record Output(ObjectNode line, ObjectNode measures) {}
