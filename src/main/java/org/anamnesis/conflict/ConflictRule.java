package org.anamnesis.conflict;

import java.util.stream.Stream;

/** Finds the conflicts of one sort. */
interface ConflictRule {

    Stream<Conflict> conflicts(Dossier dossier);
}
