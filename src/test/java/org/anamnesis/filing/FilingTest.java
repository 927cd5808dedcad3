package org.anamnesis.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.anamnesis.draft.Authorship;
import org.anamnesis.filing.PretendedEhr.Turn;
import org.anamnesis.store.FilingRecord;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Exactly one document, whatever the EHR answers and wherever a node dies, against an EHR over real HTTP. */
class FilingTest {

    private static final String SAYS = "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
            + "\"code\":\"invalid\",\"details\":{\"text\":\"Valid encounter\\u0007 required\"}}]}";
    private static final int MOMENTS = 8;

    /** How EHRs are. */
    private static final Map<String, UnaryOperator<PretendedEhr>> KINDS = new LinkedHashMap<>(Map.of(
            "generic", ehr -> ehr,
            "us-core", ehr -> ehr,
            "oracle-like", PretendedEhr::droppingIdentifiers,
            "epic-like", ehr -> ehr.ignoringConditions().droppingIdentifiers()));

    /** What they answer to a create; whether the document is filed in the end. */
    private record Answer(String name, boolean files, Turn... turns) {}

    private static List<Answer> answers() {
        return List.of(
                new Answer("201, relative", true, located(201, "DocumentReference/{id}")),
                new Answer("201, relative with a version", true, located(201, "DocumentReference/{id}/_history/1")),
                new Answer("201, absolute", true, located(201, "https://inner.example/r4/DocumentReference/{id}")),
                new Answer(
                        "201, absolute with a version",
                        true,
                        located(201, "http://x/DocumentReference/{id}/_history/7")),
                new Answer("200", true, located(200, "DocumentReference/{id}")),
                new Answer("201 without a place", true, new Turn(true, 201, Map.of("ETag", "W/\"1\""), "")),
                new Answer("202 kept", true, new Turn(true, 202, Map.of("X-Review", "1"), "")),
                new Answer("409 kept", true, Turn.of(true, 409)),
                new Answer("409 not kept", true, Turn.of(false, 409)),
                new Answer("412 kept", true, Turn.of(true, 412)),
                new Answer("412 not kept", false, Turn.of(false, 412)),
                new Answer("422", false, new Turn(false, 422, Map.of(), SAYS)),
                new Answer("400", false, Turn.of(false, 400)),
                new Answer("a storm of 429", true, Turn.of(false, 429), Turn.of(false, 429), Turn.of(false, 429)),
                new Answer("500 kept", true, Turn.of(true, 500)),
                new Answer("500 not kept", true, Turn.of(false, 500), Turn.of(false, 500)),
                new Answer("502 kept", true, Turn.of(true, 502)),
                new Answer("503 not kept", true, Turn.of(false, 503)),
                new Answer("504 not kept", true, Turn.of(false, 504)),
                new Answer("dropped after it was kept", true, Turn.of(true, 0)),
                new Answer("dropped before it was kept", true, Turn.of(false, 0), Turn.of(false, 0)));
    }

    @TestFactory
    Stream<DynamicTest> case58EveryAnswerOfEveryKindOfEhrEndsInOneDocumentOrNone() {
        return KINDS.keySet().stream()
                .flatMap(kind -> answers().stream()
                        .map(answer -> DynamicTest.dynamicTest(kind + ": " + answer.name(), () -> {
                            try (FilingDesk desk = desk(kind)) {
                                desk.ehr.next(answer.turns());
                                if (kind.equals("us-core") && !answer.files()) {
                                    // Refused in a transaction, and then once more alone.
                                    desk.ehr.next(answer.turns());
                                }
                                FilingOutcome outcome = desk.fileUntilOver();
                                assertThat(outcome instanceof FilingOutcome.Filed)
                                        .as("%s", outcome)
                                        .isEqualTo(answer.files());
                                assertThat(desk.isFiled()).isEqualTo(answer.files());
                                assertThat(desk.ehr.documents()).hasSize(answer.files() ? 1 : 0);
                                assertThat(desk.ehr.kept("Provenance")).hasSizeLessThanOrEqualTo(1);
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> case56ANodeThatDiesAtAnyMomentLeavesOneDocumentAndNoneIsLost() {
        return KINDS.keySet().stream()
                .flatMap(kind -> Stream.iterate(1, moment -> moment <= MOMENTS, moment -> moment + 1)
                        .map(moment -> DynamicTest.dynamicTest(kind + ", moment " + moment, () -> {
                            try (FilingDesk desk = desk(kind)) {
                                desk.dieAt(moment);
                                desk.ehr.next(Turn.of(moment % 2 == 0, 0));
                                try {
                                    desk.fileUntilOver();
                                } catch (FilingDesk.Dead dead) {
                                    assertThat(desk.isFiled())
                                            .as("no false word of it")
                                            .isFalse();
                                }
                                desk.step(Duration.ofMinutes(16));
                                assertThat(desk.fileUntilOver()).isInstanceOf(FilingOutcome.Filed.class);
                                assertThat(desk.ehr.documents()).hasSize(1);
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> case57ANodeThatDiesWhileTheEhrKeepsItLeavesOneDocument() {
        return KINDS.keySet().stream()
                .map(kind -> DynamicTest.dynamicTest(kind, () -> {
                    try (FilingDesk desk = desk(kind)) {
                        dieBehindTheCreate(desk);
                        assertThat(desk.isFiled()).isFalse();
                        assertThat(desk.record().sentAt())
                                .as("the ledger says it may be there")
                                .isPresent();
                        desk.step(Duration.ofMinutes(16));
                        assertThat(desk.fileUntilOver()).isInstanceOf(FilingOutcome.Filed.class);
                        assertThat(desk.ehr.documents()).hasSize(1);
                    }
                }));
    }

    @Test
    void case57NothingIsSentAgainWhileALostOneMayStillTurnUp() throws IOException {
        try (FilingDesk desk = desk("epic-like")) {
            desk.ehr.next(Turn.of(false, 0));
            assertThat(desk.file()).isInstanceOf(FilingOutcome.Pending.class);
            assertThat(desk.record().nextTry().orElseThrow())
                    .isAfterOrEqualTo(desk.now().plus(FilingDesk.SETTINGS.settle()));
            desk.step(Duration.ofSeconds(29));
            assertThat(desk.file()).isInstanceOf(FilingOutcome.Pending.class);
            assertThat(creates(desk)).isEqualTo(1);
            desk.step(Duration.ofSeconds(2));
            assertThat(desk.file()).isInstanceOf(FilingOutcome.Filed.class);
            assertThat(creates(desk)).isEqualTo(2);
        }
    }

    @Test
    void case59AClockThatGoesBackNeitherSendsTwiceNorWaitsForever() throws IOException {
        try (FilingDesk desk = desk("epic-like")) {
            dieBehindTheCreate(desk);
            desk.step(Duration.ofHours(-1));
            assertThat(desk.fileUntilOver()).isInstanceOf(FilingOutcome.Filed.class);
            assertThat(desk.ehr.documents()).hasSize(1);
        }
    }

    @Test
    void case58ADeviceThatTheEhrHasTwiceStopsNoTransaction() throws IOException {
        Authorship rules = new Authorship.ByRules(Optional.empty());
        try (FilingDesk desk = desk("us-core")) {
            desk.ehr.holds(AiDevice.of(rules), AiDevice.of(rules));
            assertThat(desk.file()).isInstanceOf(FilingOutcome.Filed.class);
            assertThat(desk.ehr.documents()).hasSize(1);
            assertThat(desk.ehr.kept("Device")).hasSize(2);
            assertThat(desk.ehr.kept("Provenance")).hasSize(1);
        }
    }

    @Test
    void crn09NothingIsSentToAnEhrThatTakesNoDocumentsByItsOwnStatement() throws IOException {
        try (FilingDesk desk = desk("us-core")) {
            desk.ehr.saying(
                    "DocumentReference", List.of(TypeRestfulInteraction.READ, TypeRestfulInteraction.SEARCHTYPE));
            assertThat(desk.file()).isEqualTo(new FilingOutcome.Refused("no-document-create"));
            assertThat(desk.ehr.requests()).noneMatch(request -> request.startsWith("POST"));
            assertThat(desk.record().mayBeThere()).isFalse();
        }
    }

    @Test
    void anEhrWithTransactionsGetsAllThreeTogether() throws IOException {
        try (FilingDesk desk = desk("us-core")) {
            assertThat(desk.file()).isInstanceOf(FilingOutcome.Filed.class);
            assertThat(desk.ehr.requests().stream().filter(request -> request.startsWith("POST")))
                    .as("one request writes")
                    .hasSize(1)
                    .noneMatch(request -> request.contains("DocumentReference"));
            String device = desk.ehr
                    .kept("Device")
                    .getFirst()
                    .getIdElement()
                    .toUnqualifiedVersionless()
                    .getValue();
            assertThat(desk.ehr.documents().getFirst().getAuthor())
                    .extracting(Reference::getReference)
                    .contains(device);
            assertThat(desk.ehr.kept("Provenance")).hasSize(1);
        }
    }

    @Test
    void whatIsTakenBackIsEnteredInErrorAgainstTheVersionThatWasRead() throws IOException {
        try (FilingDesk desk = desk("generic")) {
            desk.file();
            assertThat(desk.retract("p1")).isInstanceOf(FilingOutcome.Filed.class);
            assertThat(desk.ehr.documents().getFirst().getStatus().toCode()).isEqualTo("entered-in-error");
            assertThat(desk.retract("p1")).as("again").isInstanceOf(FilingOutcome.Filed.class);
        }
        try (FilingDesk desk = desk("generic")) {
            desk.file();
            desk.ehr.documents().getFirst().setSubject(new Reference("Patient/p2"));
            assertThat(desk.retract("p1")).isEqualTo(new FilingOutcome.Refused("other-document"));
            assertThat(desk.ehr.documents().getFirst().getStatus().toCode()).isEqualTo("current");
        }
    }

    @Test
    void aDocumentTheEhrReviewsItselfIsNeverSentAgain() throws IOException {
        try (FilingDesk desk = desk("generic")) {
            desk.ehr.next(new Turn(false, 202, Map.of("X-Review", "1"), ""));
            assertThat(desk.fileUntilOver()).isInstanceOf(FilingOutcome.Pending.class);
            assertThat(creates(desk)).isEqualTo(1);
            assertThat(desk.record().reason()).hasValue("in-review-at-the-ehr");
        }
    }

    @Test
    void aRefusalIsGivenInTheEhrsWordsWithoutWhatDoesNotShow() throws IOException {
        try (FilingDesk desk = desk("generic")) {
            desk.ehr.next(new Turn(false, 422, Map.of(), SAYS));
            assertThat(desk.file()).isInstanceOf(FilingOutcome.Refused.class);
            assertThat(desk.record().standing()).isEqualTo(FilingRecord.Standing.REFUSED);
            assertThat(desk.record().words()).hasValue("Valid encounter required");
            assertThat(FilingStatus.of(desk.drafts.kept().getFirst(), java.util.Optional.of(desk.record()))
                            .reason())
                    .hasValueSatisfying(words -> assertThat(words).endsWith("It says: Valid encounter required"));
        }
    }

    @Test
    void aPauseThatTheEhrAsksForIsKept() throws IOException {
        try (FilingDesk desk = desk("generic")) {
            desk.ehr.next(new Turn(false, 429, Map.of("Retry-After", "900"), ""));
            assertThat(desk.file()).isInstanceOf(FilingOutcome.Pending.class);
            assertThat(desk.record().nextTry().orElseThrow())
                    .isAfterOrEqualTo(desk.now().plusSeconds(900))
                    .isBefore(desk.now().plusSeconds(911));
        }
    }

    @Test
    void whatIsTriedForTooLongNeedsAPerson() throws IOException {
        try (FilingDesk desk = desk("generic")) {
            desk.ehr.next(Turn.of(false, 503), Turn.of(false, 503));
            desk.file();
            desk.step(Duration.ofHours(25));
            desk.file();
            assertThat(desk.standing()).isEqualTo(FilingRecord.Standing.NEEDS_PERSON);
            assertThat(desk.isFiled()).isFalse();
        }
    }

    @Test
    void anAlteredTextIsNeverCalledFiled() throws IOException {
        try (FilingDesk desk = new FilingDesk(new PretendedEhr().alteringText())) {
            assertThat(desk.fileUntilOver()).isInstanceOf(FilingOutcome.Refused.class);
            assertThat(desk.isFiled()).isFalse();
            assertThat(desk.record().reason()).hasValue("altered");
        }
    }

    @Test
    void aNoteIsFiledWhereTheEhrHasNoProvenance() throws IOException {
        for (int status : new int[] {403, 404, 405}) {
            try (FilingDesk desk = new FilingDesk(new PretendedEhr().refusing("Provenance", status))) {
                assertThat(desk.file()).as("%s", status).isInstanceOf(FilingOutcome.Filed.class);
                assertThat(desk.isFiled()).isTrue();
                assertThat(desk.ehr.documents()).hasSize(1);
                assertThat(desk.ehr.kept("Provenance")).isEmpty();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> aNoteIsFiledWithItsSignerAsAuthorWhereTheEhrTakesNoDevice() {
        return Stream.of("generic", "us-core")
                .flatMap(kind -> Stream.of(400, 403, 404, 405, 422, 501)
                        .map(status -> DynamicTest.dynamicTest(kind + ", " + status, () -> {
                            try (FilingDesk desk = desk(kind)) {
                                desk.ehr.refusing("Device", status);
                                assertThat(desk.file()).isInstanceOf(FilingOutcome.Filed.class);
                                assertThat(desk.isFiled()).isTrue();
                                assertThat(desk.ehr.documents())
                                        .singleElement()
                                        .satisfies(document -> assertThat(document.getAuthor())
                                                .extracting(Reference::getReference)
                                                .containsExactly("Practitioner/hassan"));
                                assertThat(desk.ehr.kept("Provenance")).isEmpty();
                            }
                        })));
    }

    @Test
    void aDeviceOfWhichTheEhrDoesNotSayWhetherItHasItStopsNoNote() throws IOException {
        Authorship another = new Authorship.ByModel("mistral", "brief-3", "ab".repeat(32));
        for (String kind : List.of("generic", "us-core")) {
            try (FilingDesk desk = desk(kind)) {
                desk.ehr.notHeedingSearchesOf("Device").holds(AiDevice.of(another));
                assertThat(desk.file()).isInstanceOf(FilingOutcome.Filed.class);
                assertThat(desk.ehr.documents()).hasSize(1);
                assertThat(desk.ehr.kept("Device")).as("no second one").hasSize(1);
                assertThat(desk.record().notKept()).containsExactly("device", "provenance");
            }
        }
    }

    @Test
    void aDeviceThatCannotBeHadAtThisMomentIsTriedAgain() throws IOException {
        for (int status : new int[] {401, 429, 503}) {
            try (FilingDesk desk = new FilingDesk(new PretendedEhr().refusing("Device", status))) {
                assertThat(desk.file()).as("%s", status).isInstanceOf(FilingOutcome.Pending.class);
                assertThat(desk.ehr.documents()).isEmpty();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> aDeviceThatIsRefusedBetweenTwoTriesMakesNoSecondDocument() {
        return KINDS.keySet().stream()
                .map(kind -> DynamicTest.dynamicTest(kind, () -> {
                    try (FilingDesk desk = desk(kind)) {
                        dieBehindTheCreate(desk);
                        desk.ehr.refusing("Device", 403);
                        desk.step(Duration.ofMinutes(16));
                        assertThat(desk.fileUntilOver()).isInstanceOf(FilingOutcome.Filed.class);
                        assertThat(desk.ehr.documents()).hasSize(1);
                    }
                }));
    }

    @Test
    void crn06WhatTheEhrDroppedIsKeptWithTheFilingAndToldInWords() throws IOException {
        try (FilingDesk desk = new FilingDesk(
                        new PretendedEhr().droppingWhatItDoesNotKnow().refusing("Provenance", 403))
                .with(WriteProfileFile.named("generic"))) {
            assertThat(desk.file()).as("it blocks nothing").isInstanceOf(FilingOutcome.Filed.class);
            assertThat(desk.isFiled()).isTrue();
            assertThat(desk.record().notKept())
                    .containsExactly("ai-label", "ai-author", "doc-status", "encounter", "provenance");
            assertThat(FilingStatus.of(desk.drafts.kept().getFirst(), Optional.of(desk.record()))
                            .caveat())
                    .hasValue(
                            "This EHR kept no AI label, does not name the software as an author, does not show the status"
                                    + " of the note as it was filed, does not show the visit it belongs to and took no record of how"
                                    + " the note was made.");
        }
    }

    @Test
    void anEhrThatKeepsAllIsSpokenOfNoFurther() throws IOException {
        for (String kind : KINDS.keySet()) {
            try (FilingDesk desk = desk(kind)) {
                desk.file();
                assertThat(NotKept.words(desk.record().notKept())).as(kind).isEmpty();
            }
        }
    }

    @Test
    void aProvenanceThatTheEhrFindsWrongIsNotPassedOver() throws IOException {
        try (FilingDesk desk = new FilingDesk(new PretendedEhr().refusing("Provenance", 422))) {
            assertThat(desk.file()).isInstanceOf(FilingOutcome.Refused.class);
            assertThat(desk.ehr.documents()).hasSize(1);
        }
    }

    @Test
    void aDraftThatWasRecalledAfterItWasSignedIsNotFiledAndItsSignerIsToldWhy() throws IOException {
        try (FilingDesk desk = desk("generic")) {
            desk.drafts.recall("ward", desk.id);
            assertThat(desk.fileUntilOver()).isEqualTo(new FilingOutcome.Refused("recalled"));
            assertThat(desk.ehr.requests()).isEmpty();
            FilingStatus status = FilingStatus.of(desk.drafts.kept().getFirst(), Optional.of(desk.record()));
            assertThat(status.state()).isEqualTo("refused");
            assertThat(status.reason())
                    .hasValue(
                            "It was recalled before it was filed: something it was made from turned out to be wrong.");
            assertThat(desk.audit.ends())
                    .extracting(event -> event.kind() + " " + event.outcome() + " " + event.detail())
                    .contains("FILED REFUSED recalled");
        }
    }

    @Test
    void aDraftThatIsRecalledBetweenTwoTriesIsNotSentAgainWhereTheEhrSurelyHasNothing() throws IOException {
        try (FilingDesk desk = desk("generic")) {
            desk.ehr.next(Turn.of(false, 429));
            desk.file();
            desk.drafts.recall("ward", desk.id);
            assertThat(desk.fileUntilOver()).isEqualTo(new FilingOutcome.Refused("recalled"));
            assertThat(creates(desk)).isEqualTo(1);
        }
    }

    @Test
    void aDraftThatIsRecalledAfterALostAnswerIsLookedForAndNotSentAgain() throws IOException {
        try (FilingDesk desk = desk("generic")) {
            desk.ehr.next(Turn.of(false, 0));
            desk.file();
            desk.drafts.recall("ward", desk.id);
            assertThat(desk.file()).as("it may still turn up").isInstanceOf(FilingOutcome.Pending.class);
            desk.step(Duration.ofMinutes(16));
            assertThat(desk.fileUntilOver()).isEqualTo(new FilingOutcome.Refused("recalled"));
            assertThat(creates(desk)).isEqualTo(1);
            assertThat(desk.ehr.documents()).isEmpty();
        }
    }

    @Test
    void aDraftThatIsRecalledAfterItWasSentIsFollowedToItsPlace() throws IOException {
        try (FilingDesk desk = desk("generic")) {
            dieBehindTheCreate(desk);
            desk.drafts.recall("ward", desk.id);
            desk.step(Duration.ofMinutes(16));
            assertThat(desk.fileUntilOver())
                    .as("so that it can be taken back there")
                    .isInstanceOf(FilingOutcome.Filed.class);
            assertThat(desk.ehr.documents()).hasSize(1);
        }
    }

    @Test
    void whatCameOfEachTryIsRecorded() throws IOException {
        try (FilingDesk desk = desk("generic")) {
            desk.ehr.next(Turn.of(false, 503));
            desk.file();
            desk.step(Duration.ofHours(1));
            desk.fileUntilOver();
            assertThat(desk.audit.ends())
                    .extracting(event -> event.kind() + " " + event.outcome())
                    .startsWith("FILED FAILED")
                    .endsWith("FILED DONE");
        }
    }

    @Test
    void case60NothingIsFiledThatCannotBeRecorded() throws IOException {
        try (FilingDesk desk = desk("generic")) {
            desk.audit.refuse();
            assertThatThrownBy(desk::file).isInstanceOf(IllegalStateException.class);
            assertThat(desk.ehr.requests()).isEmpty();
        }
    }

    @Test
    void case61ManyNodesAtOnceFileOneDocument() throws Exception {
        try (FilingDesk desk = desk("epic-like")) {
            List<Callable<FilingOutcome>> nodes = new ArrayList<>();
            for (int node = 0; node < 20; node++) {
                nodes.add(desk::file);
            }
            List<FilingOutcome> outcomes = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(nodes.size())) {
                for (Future<FilingOutcome> outcome : threads.invokeAll(nodes)) {
                    outcomes.add(outcome.get());
                }
            }
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome instanceof FilingOutcome.Filed filed && filed.now())
                    .hasSize(1);
            assertThat(desk.ehr.documents()).hasSize(1);
        }
    }

    @Test
    void aLeaseEndsWithTheNodeThatHeldIt() throws IOException {
        try (FilingDesk desk = desk("generic")) {
            assertThat(desk.drafts.lease(desk.id, desk.now(), desk.now().plusSeconds(140)))
                    .isTrue();
            assertThat(desk.file()).isEqualTo(new FilingOutcome.Pending("in-progress"));
            desk.step(Duration.ofSeconds(141));
            assertThat(desk.file()).isInstanceOf(FilingOutcome.Filed.class);
        }
    }

    private static Turn located(int status, String location) {
        return new Turn(true, status, Map.of("Location", location), "");
    }

    private static long creates(FilingDesk desk) {
        return desk.ehr.requests().stream()
                .filter("POST DocumentReference"::equals)
                .count();
    }

    private static FilingDesk desk(String kind) throws IOException {
        return new FilingDesk(KINDS.get(kind).apply(new PretendedEhr())).with(WriteProfileFile.named(kind));
    }

    /** The EHR has the document, its answer is lost, and the node dies before it can look. */
    private static void dieBehindTheCreate(FilingDesk desk) {
        desk.ehr.next(Turn.of(true, 0));
        desk.ehr.afterCreate(() -> desk.dieAt(1));
        assertThatThrownBy(desk::file).isInstanceOf(FilingDesk.Dead.class);
        desk.ehr.afterCreate(() -> {});
    }
}
