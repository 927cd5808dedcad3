package org.anamnesis.sandbox.notes;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class NoteFilesTest {

    @Test
    void theShippedChartsHoldWhatTheTypedNotesGive() {
        assertThatCode(() -> NoteFiles.main(new String[] {"charts", "--check"})).doesNotThrowAnyException();
    }
}
