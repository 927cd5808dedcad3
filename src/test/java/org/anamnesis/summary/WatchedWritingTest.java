package org.anamnesis.summary;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Standing;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.Draft;
import org.anamnesis.draft.ModelTry;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.model.Cancellation;
import org.anamnesis.model.ModelCall;
import org.anamnesis.model.ModelGateway;
import org.junit.jupiter.api.Test;

class WatchedWritingTest {

    private static final Chart CHART = aChart().problem("Heart failure", Standing.ACTIVE, "2018-06-20")
            .result("Potassium", "5.9", "mmol/L", "2024-11-11")
            .build();
    private static final String PROBLEM =
            "{\"section\":\"active-problems\",\"text\":\"Heart failure, active since 20 Jun 2018.\",\"citations\":[\"C1\"]}";
    private static final String LIE =
            "{\"section\":\"results\",\"text\":\"Potassium 3.9 mmol/L on 11 Nov 2024.\",\"citations\":[\"L1\"]}";
    private static final String RESULT =
            "{\"section\":\"results\",\"text\":\"Potassium 5.9 mmol/L on 11 Nov 2024.\",\"citations\":[\"L1\"]}";

    private static class Screen implements Watcher {
        final List<String> shown = new ArrayList<>();
        final Cancellation end = new Cancellation();
        int repairing;

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public void shown(Writing writing, CheckedStatement statement) {
            shown.add(statement.text());
        }

        @Override
        public void repairing(int statements) {
            repairing = statements;
        }

        @Override
        public Cancellation cancellation() {
            return end;
        }
    }

    private static Draft write(AnsweringModel model, Watcher watcher) {
        try (ModelGateway gateway = model.gateway()) {
            return new Writer(Optional.of(gateway))
                    .write(Assignment.brief(CHART), ModelCall.Caller.UNKNOWN, (name, host, prompt) -> {}, watcher);
        }
    }

    @Test
    void aStatementIsToldWhileTheModelIsStillWritingTheNextOne() {
        CountDownLatch first = new CountDownLatch(1);
        Screen screen = new Screen() {
            @Override
            public void shown(Writing writing, CheckedStatement statement) {
                super.shown(writing, statement);
                first.countDown();
            }
        };
        // The model goes on only when the first statement was told.
        try (AnsweringModel model = new AnsweringModel((number, speaking) -> {
            speaking.line(PROBLEM);
            if (first.await(20, TimeUnit.SECONDS)) {
                speaking.line(RESULT).end();
            }
        })) {
            write(model, screen);
            assertThat(screen.shown)
                    .containsExactly(
                            "Heart failure, active since 20 Jun 2018.", "Potassium 5.9 mmol/L on 11 Nov 2024.");
        }
    }

    @Test
    void aStatementIsToldWithItsLastBraceAndDoesNotWaitForTheNextToken() {
        CountDownLatch wrong = new CountDownLatch(1);
        CountDownLatch right = new CountDownLatch(2);
        Screen screen = new Screen() {
            @Override
            public void shown(Writing writing, CheckedStatement statement) {
                super.shown(writing, statement);
                wrong.countDown();
                right.countDown();
            }
        };
        try (AnsweringModel model = new AnsweringModel((number, speaking) -> {
            if (number == 1) {
                speaking.line(LIE).part(PROBLEM);
                if (wrong.await(20, TimeUnit.SECONDS)) {
                    speaking.part("\n").end();
                }
            } else {
                // The same of what is put right.
                speaking.part(
                        "{\"statement\":1,\"text\":\"Potassium 5.9 mmol/L on 11 Nov 2024.\",\"citations\":[\"L1\"]}");
                if (right.await(20, TimeUnit.SECONDS)) {
                    speaking.end();
                }
            }
        })) {
            Draft draft = write(model, screen);
            assertThat(screen.shown)
                    .containsExactly(
                            "Heart failure, active since 20 Jun 2018.", "Potassium 5.9 mmol/L on 11 Nov 2024.");
            assertThat(draft.authorship()).isInstanceOf(Authorship.ByModel.class);
        }
    }

    @Test
    void case50WhatTheChartDoesNotBearOutIsNeverToldBeforeItIsPutRight() {
        Screen screen = new Screen();
        try (AnsweringModel model = AnsweringModel.saying(
                LIE + "\n" + PROBLEM,
                "{\"statement\":1,\"text\":\"Potassium 5.9 mmol/L on 11 Nov 2024.\",\"citations\":[\"L1\"]}")) {
            Draft draft = write(model, screen);
            assertThat(screen.shown)
                    .containsExactly(
                            "Heart failure, active since 20 Jun 2018.", "Potassium 5.9 mmol/L on 11 Nov 2024.");
            assertThat(screen.repairing).isEqualTo(1);
            assertThat(draft.statements()).extracting(CheckedStatement::text).containsAll(screen.shown);
        }
    }

    @Test
    void whoGoesAwayEndsTheModelsAnswerAndNoDraftComesOfIt() throws InterruptedException {
        CountDownLatch hungUp = new CountDownLatch(1);
        Screen screen = new Screen() {
            @Override
            public void shown(Writing writing, CheckedStatement statement) {
                end.cancel();
            }
        };
        try (AnsweringModel model = new AnsweringModel((number, speaking) -> {
            try {
                while (true) {
                    speaking.line(PROBLEM).line(RESULT);
                }
            } catch (IOException closed) {
                hungUp.countDown();
                throw closed;
            }
        })) {
            assertThatThrownBy(() -> write(model, screen)).isInstanceOf(CancellationException.class);
            assertThat(hungUp.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void case51AnAnswerThatBreaksOffIsFollowedByTheWholeSummaryOfRules() {
        Screen screen = new Screen();
        try (AnsweringModel model = new AnsweringModel((number, speaking) -> speaking.line(PROBLEM))) {
            Draft draft = write(model, screen);
            assertThat(screen.shown).containsExactly("Heart failure, active since 20 Jun 2018.");
            assertThat(draft.authorship())
                    .isEqualTo(new Authorship.ByRules(
                            Optional.of(Authorship.Fallback.UNUSABLE),
                            List.of(new ModelTry("ward-7b", "brief-3", "unfinished"))));
            assertThat(draft.isAnyShown()).isTrue();
        }
    }
}
