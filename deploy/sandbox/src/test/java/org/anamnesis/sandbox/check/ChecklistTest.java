package org.anamnesis.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChecklistTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Checklist checklist = new Checklist(new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    void nothingDoneIsNothingHeld() {
        assertThat(checklist.held()).isFalse();
    }

    @Test
    void oneFailedStepFailsTheWholeAndTheOthersStillRun() throws Exception {
        assertThat(checklist.step("first", () -> "fine")).isTrue();
        assertThat(checklist.step("second", () -> {
                    throw new Broken("it is not so");
                }))
                .isFalse();
        assertThat(checklist.step("third", () -> {
                    throw new IOException("no answer");
                }))
                .isFalse();
        assertThat(checklist.step("fourth", () -> "fine")).isTrue();

        assertThat(checklist.held()).isFalse();
        assertThat(checklist.summary()).isEqualTo("2 of 4 steps held");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("first: fine", "second: it is not so", "third: IOException no answer");
    }

    @Test
    void everythingHeldWhereEveryStepHeld() throws Exception {
        checklist.step("only", () -> "fine");

        assertThat(checklist.held()).isTrue();
    }
}
