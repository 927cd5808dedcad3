package org.anamnesis.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.File;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.Backing;
import org.anamnesis.draft.DocumentKind;
import org.anamnesis.draft.ModelTry;
import org.anamnesis.store.AcuityOverride;
import org.anamnesis.store.AcuityOverrides;
import org.anamnesis.store.AllPageSettings;
import org.anamnesis.store.DraftContent;
import org.anamnesis.store.DraftEdit;
import org.anamnesis.store.DraftIndexing;
import org.anamnesis.store.DraftOrigins;
import org.anamnesis.store.DraftReviews;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.DraftVersions;
import org.anamnesis.store.DraftViews;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.Feedback;
import org.anamnesis.store.FeedbackBook;
import org.anamnesis.store.FilingLedger;
import org.anamnesis.store.FilingRecord;
import org.anamnesis.store.IllegalMove;
import org.anamnesis.store.NewSignature;
import org.anamnesis.store.PageSettings;
import org.anamnesis.store.PersonNames;
import org.anamnesis.store.RecalledDraft;
import org.anamnesis.store.Signer;
import org.anamnesis.store.StoredDraft;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is kept, in the server's own database and through its own persistence; runs inside the server. */
@ExtendWith(ArquillianExtension.class)
class StoreIT {

    private static final Instant NOON = Instant.parse("2025-03-04T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Inject
    private Drafts drafts;

    @Inject
    private DraftReviews reviews;

    @Inject
    private FilingLedger ledger;

    @Inject
    private AcuityOverrides overrides;

    @Inject
    private AllPageSettings settings;

    @Inject
    private FeedbackBook feedback;

    @Inject
    private PersonNames names;

    @Inject
    private DraftVersions versions;

    @Inject
    private DraftViews views;

    @Inject
    private AuditTrail audit;

    @Inject
    private DraftOrigins origins;

    @Inject
    private DraftIndexing indexing;

    @Resource(lookup = "java:jboss/datasources/Anamnesis")
    private DataSource database;

    @Deployment
    static WebArchive productWithTheseTests() throws URISyntaxException {
        File assertions = new File(Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return Product.named("store.war").addClass(StoreIT.class).addAsLibrary(assertions);
    }

    @Test
    void theSchemaIsAtItsNewestVersion() throws SQLException {
        assertThat(
                        rows(
                                "select \"version\" from \"flyway_schema_history\" where \"success\" and \"version\" is not null"))
                .containsExactly(
                        "1", "44", "50", "51", "52", "53", "55", "57", "60", "61", "65", "66", "70", "71", "74", "75",
                        "76", "77", "78");
    }

    @Test
    void keepsEveryDecisionAndTheNewestHolds() throws SQLException {
        AcuityOverride first = decision(Optional.of("urgent"), NOON);
        AcuityOverride second = decision(Optional.of("steady"), NOON.plusSeconds(60));
        overrides.keep(first);
        overrides.keep(second);
        Instant later = NOON.plusSeconds(120);
        assertThat(overrides.holding("sandbox", List.of("nora", "nobody"), later))
                .containsOnlyKeys("nora")
                .containsValue(second);
        assertThat(overrides.holding("elsewhere", List.of("nora"), later)).isEmpty();
        assertThat(overrides.holding("sandbox", List.of("nora"), NOON.plus(Duration.ofHours(3))))
                .isEmpty();
        overrides.keep(decision(Optional.empty(), NOON.plusSeconds(180)));
        assertThat(overrides.holding("sandbox", List.of("nora"), NOON.plusSeconds(240)))
                .isEmpty();
        assertThat(overrides.history("sandbox", "nora")).hasSize(3).startsWith(first, second);
        assertThat(rows("select sealed_content from acuity_override where patient = 'nora'"))
                .hasSize(3)
                .noneMatch(content -> content.contains("breathing"));
    }

    private static AcuityOverride decision(Optional<String> tier, Instant at) {
        return new AcuityOverride(
                UUID.randomUUID(),
                "sandbox",
                "nora",
                tier,
                "steady",
                "laboured breathing\nby my own eyes",
                "Practitioner/hassan",
                at,
                at.plus(Duration.ofHours(2)));
    }

    @Test
    void keepsTheLastSettingsOfEachUserOfEachEhr() {
        PageSettings dark =
                new PageSettings("dark", "compact", 115, 1, "handoff", "long", "P1Y", List.of("plan", "results"));
        assertThat(settings.find("sandbox", "user-1")).isEmpty();
        settings.keep("sandbox", "user-1", PageSettings.USUAL);
        settings.keep("sandbox", "user-1", dark);
        assertThat(settings.find("sandbox", "user-1")).hasValue(dark);
        assertThat(settings.find("sandbox", "user-2")).isEmpty();
        assertThat(settings.find("elsewhere", "user-1")).isEmpty();
    }

    @Test
    void keepsWhatPersonsAreCalledSealedAndTheLastNameHolds() throws SQLException {
        names.keep("sandbox", "Practitioner/hassan", "Dr. Amal Hassan", NOON);
        names.keep("sandbox", "Practitioner/hassan", "Dr. Amal Hassan", NOON.plusSeconds(1));
        assertThat(names.find("sandbox", "Practitioner/hassan")).hasValue("Dr. Amal Hassan");
        names.keep("sandbox", "Practitioner/hassan", "Prof. Amal Hassan", NOON.plusSeconds(2));
        assertThat(names.find("sandbox", "Practitioner/hassan")).hasValue("Prof. Amal Hassan");
        assertThat(names.find("elsewhere", "Practitioner/hassan")).isEmpty();
        assertThat(rows("select sealed_name from person_name where reference = 'Practitioner/hassan'"))
                .hasSize(1)
                .noneMatch(name -> name.contains("Hassan"));
    }

    @Test
    void listsTheDraftsOfAUserAndWhatAnybodySignedOfAPatientTheNewestFirst() {
        StoredDraft own = draft("Of this user.");
        StoredDraft others = draft("Of another user.");
        StoredDraft signed = draft("Signed by another.");
        List.of(own, others, signed).forEach(drafts::keep);
        views.keep(own.id(), "{}", "user-1");
        views.keep(others.id(), "{}", "user-2");
        drafts.sign("sandbox", signed.id(), signature("Practitioner/9"));
        List<DraftVersions.Version> found = versions.of("sandbox", own.patient(), "user-1", 1000);
        assertThat(found)
                .extracting(version -> version.draft().id())
                .contains(own.id(), signed.id())
                .doesNotContain(others.id())
                .doesNotHaveDuplicates();
        assertThat(found)
                .extracting(version -> version.draft().composedAt())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(versions.find("sandbox", own.patient(), own.id())
                        .orElseThrow()
                        .shownTo())
                .hasValue("user-1");
        assertThat(versions.find("sandbox", "somebody-else", own.id())).isEmpty();
        assertThat(versions.of("elsewhere", own.patient(), "user-1", 1000)).isEmpty();
    }

    @Test
    void keepsFeedbackWithItsWordsSealed() throws SQLException {
        StoredDraft draft = draft("The text that somebody has a word on.");
        drafts.keep(draft);
        Feedback unsafe = new Feedback(
                UUID.randomUUID(),
                "sandbox",
                draft.id(),
                Optional.of(3),
                "unsafe",
                true,
                "Practitioner/hassan",
                NOON,
                Optional.of("she is allergic to it"));
        Feedback good = new Feedback(
                UUID.randomUUID(),
                "sandbox",
                draft.id(),
                Optional.empty(),
                "good",
                false,
                "Practitioner/hassan",
                NOON.plusSeconds(1),
                Optional.empty());
        feedback.keep(unsafe);
        feedback.keep(good);
        assertThat(feedback.of(draft.id())).containsExactly(unsafe, good);
        assertThat(rows("select sealed_words from feedback where is_safety"))
                .hasSize(1)
                .noneMatch(words -> words.contains("allergic"));
    }

    @Test
    void recordsActsThatHappenTogetherAllOrNone() {
        audit.recordAll(IntStream.range(0, 200)
                .mapToObj(place -> new AuditEvent(
                        AuditEvent.Kind.CHART_READ,
                        "sandbox",
                        Optional.of("p" + place),
                        "a b",
                        "ward Group/w, from memory"))
                .toList());
        assertThat(audit.isIntact()).isTrue();
    }

    @Test
    void keepsADraftAsItIs() {
        StoredDraft draft = draft("The text of a note.");
        drafts.keep(draft);
        assertThat(drafts.find("sandbox", draft.id())).hasValue(draft);
    }

    @Test
    void noOtherEhrSeesADraft() {
        StoredDraft draft = draft("Of one EHR.");
        drafts.keep(draft);
        assertThat(drafts.find("elsewhere", draft.id())).isEmpty();
        assertThat(drafts.sign("elsewhere", draft.id(), signature("Practitioner/1")))
                .isEmpty();
        assertThat(drafts.find("sandbox", draft.id()).orElseThrow().state()).isEqualTo(DraftState.DRAFTED);
    }

    @Test
    void invariant9TheTextCannotBeReadInTheTable() throws SQLException {
        StoredDraft draft = draft("Sealed words of the Vandersloot chart.");
        drafts.keep(draft);
        List<String> kept = rows("select sealed_text, sealed_content from draft where id = '" + draft.id() + "'");
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst()).isNotBlank().doesNotContain("Sealed words", "Vandersloot", "active-problems");
    }

    @Test
    void aSealedTextOpensInItsOwnRowOnly() throws SQLException {
        StoredDraft one = draft("One.");
        StoredDraft other = draft("Other.");
        drafts.keep(one);
        drafts.keep(other);
        run("update draft set sealed_text = (select sealed_text from draft where id = '" + other.id()
                + "') where id = '" + one.id() + "'");
        assertThatThrownBy(() -> drafts.find("sandbox", one.id())).isInstanceOf(RuntimeException.class);
        assertThat(drafts.find("sandbox", other.id())).isPresent();
    }

    @Test
    void theFirstSignatureStands() {
        StoredDraft draft = draft("Signed once.");
        drafts.keep(draft);
        assertThat(drafts.sign("sandbox", draft.id(), signature("Practitioner/1"))
                        .orElseThrow()
                        .signature())
                .hasValue(by("Practitioner/1"));
        assertThat(drafts.sign("sandbox", draft.id(), signature("Practitioner/2"))
                        .orElseThrow()
                        .signature())
                .hasValue(by("Practitioner/1"));
    }

    @Test
    void invariant4OneAtATimeMayFileASignedDraftUntilItIsFiled() {
        StoredDraft draft = draft("Filed once.");
        drafts.keep(draft);
        Instant first = NOON.plus(LEASE);
        assertThat(drafts.lease(draft.id(), NOON, first))
                .as("before it is signed")
                .isFalse();
        drafts.sign("sandbox", draft.id(), signature("Practitioner/1"));
        assertThat(drafts.lease(draft.id(), NOON, first)).isTrue();
        assertThat(drafts.lease(draft.id(), NOON.plusSeconds(1), first.plusSeconds(1)))
                .isFalse();
        Instant second = first.plusSeconds(1).plus(LEASE);
        assertThat(drafts.lease(draft.id(), first.plusSeconds(1), second))
                .as("after the lease ran out")
                .isTrue();
        drafts.release(draft.id(), first);
        assertThat(drafts.lease(draft.id(), first.plusSeconds(2), second.plusSeconds(1)))
                .as("the first holder gave back what is no longer its own")
                .isFalse();
        drafts.release(draft.id(), second);
        assertThat(drafts.lease(draft.id(), NOON, first)).isTrue();
        StoredDraft.Filed filed = new StoredDraft.Filed("DocumentReference/7", NOON);
        drafts.filed(draft.id(), filed);
        assertThat(drafts.find("sandbox", draft.id()).orElseThrow().filed()).hasValue(filed);
        assertThat(drafts.lease(
                        draft.id(), second.plus(LEASE), second.plus(LEASE).plus(LEASE)))
                .isFalse();
        drafts.filed(draft.id(), new StoredDraft.Filed("DocumentReference/7", NOON.plusSeconds(1)));
        assertThat(drafts.find("sandbox", draft.id()).orElseThrow().filed())
                .as("found again by a late try")
                .hasValue(filed);
        assertThatThrownBy(() -> drafts.filed(draft.id(), new StoredDraft.Filed("DocumentReference/8", NOON)))
                .as("filed twice")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatTheEhrDidNotKeepIsKeptWithTheFiling() {
        StoredDraft draft = draft("Filed, and not all of it kept.");
        drafts.keep(draft);
        drafts.sign("sandbox", draft.id(), signature("Practitioner/1"));
        assertThat(ledger.find(draft.id()).orElseThrow().notKept()).isEmpty();
        ledger.notKept(draft.id(), List.of("ai-label", "replaces"));
        assertThat(ledger.find(draft.id()).orElseThrow().notKept()).containsExactly("ai-label", "replaces");
        ledger.notKept(draft.id(), List.of());
        assertThat(ledger.find(draft.id()).orElseThrow().notKept()).isEmpty();
    }

    @Test
    void theSignatureAndTheRequestToFileAreOneTransaction() throws SQLException {
        StoredDraft draft = draft("Signed and queued.");
        drafts.keep(draft);
        drafts.sign("sandbox", draft.id(), signature("Practitioner/1"));
        assertThat(rows("select task_name from scheduled_tasks where task_instance = 'sandbox/" + draft.id() + "'"))
                .containsExactly(Drafts.FILING);
        assertThat(ledger.find(draft.id()).orElseThrow().standing()).isEqualTo(FilingRecord.Standing.QUEUED);
        StoredDraft other = draft("Of another text.");
        drafts.keep(other);
        NewSignature wrong = new NewSignature("Practitioner/1", NOON, "1".repeat(64), Optional.empty(), NOON);
        assertThat(drafts.sign("sandbox", other.id(), wrong).orElseThrow().signature())
                .isEmpty();
        assertThat(rows("select task_name from scheduled_tasks where task_instance = 'sandbox/" + other.id() + "'"))
                .isEmpty();
    }

    @Test
    void invariant3APartOfASignatureThatIsChangedBesideTheProductShows() throws SQLException {
        StoredDraft draft = draft("Signed and changed.");
        drafts.keep(draft);
        drafts.sign("sandbox", draft.id(), signature("Practitioner/1"));
        assertThat(drafts.isBound("sandbox", draft.id())).isTrue();
        for (String change :
                List.of("signer = 'Practitioner/2'", "encounter = 'another'", "text_hash = '" + "1".repeat(64) + "'")) {
            String column = change.substring(0, change.indexOf(' '));
            String before = rows("select " + column + " from draft where id = '" + draft.id() + "'")
                    .getFirst();
            run("update draft set " + change + " where id = '" + draft.id() + "'");
            assertThat(drafts.isBound("sandbox", draft.id())).as(change).isFalse();
            run("update draft set " + column + " = " + (before.equals("null") ? "null" : "'" + before + "'")
                    + " where id = '" + draft.id() + "'");
        }
        assertThat(drafts.isBound("sandbox", draft.id())).isTrue();
    }

    @Test
    void anEditIsKeptSealedBesideTheDraftedText() throws SQLException {
        StoredDraft draft = draft("Drafted words.");
        drafts.keep(draft);
        StoredDraft now =
                reviews.edit("sandbox", draft.id(), edited("0".repeat(64))).orElseThrow();
        assertThat(now.text()).isEqualTo("Words of Dr Vandersloot.");
        assertThat(now.review().drafted()).isEqualTo("Drafted words.");
        assertThat(now.state()).isEqualTo(DraftState.EDITED);
        assertThat(drafts.find("sandbox", draft.id())).hasValue(now);
        assertThat(reviews.edit("sandbox", draft.id(), edited("0".repeat(64))))
                .as("of a text that is there no more")
                .isEmpty();
        assertThat(rows("select sealed_edit from draft_edit where draft = '" + draft.id() + "'"))
                .hasSize(1)
                .noneMatch(kept -> kept.contains("Vandersloot"));
    }

    @Test
    void invariant3AnEditTakesTheSignatureAwayAndIsRefusedOnceTheEhrMayHaveIt() {
        StoredDraft draft = draft("Signed, then edited.");
        drafts.keep(draft);
        drafts.sign("sandbox", draft.id(), signature("Practitioner/1"));
        StoredDraft edited =
                reviews.edit("sandbox", draft.id(), edited("0".repeat(64))).orElseThrow();
        assertThat(edited.signature()).isEmpty();
        assertThat(ledger.find(draft.id())).isEmpty();
        drafts.sign(
                "sandbox",
                draft.id(),
                new NewSignature("Practitioner/1", NOON, "2".repeat(64), Optional.empty(), LATER));
        ledger.sending(draft.id(), NOON);
        assertThatThrownBy(() -> reviews.edit("sandbox", draft.id(), edited("2".repeat(64))))
                .isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() ->
                        reviews.reject("sandbox", draft.id(), new StoredDraft.End("wrong", "Practitioner/1", NOON)))
                .isInstanceOf(IllegalMove.class);
        assertThat(drafts.find("sandbox", draft.id()).orElseThrow().signature()).isPresent();
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatWasFiled() {
        StoredDraft draft = draft("To be corrected.");
        drafts.keep(draft);
        assertThatThrownBy(() -> reviews.replacement("sandbox", draft.id(), UUID.randomUUID(), NOON))
                .isInstanceOf(IllegalMove.class);
        drafts.sign("sandbox", draft.id(), signature("Practitioner/1"));
        drafts.filed(draft.id(), new StoredDraft.Filed("DocumentReference/70", NOON));
        UUID id = UUID.randomUUID();
        StoredDraft correction =
                reviews.replacement("sandbox", draft.id(), id, NOON).orElseThrow();
        assertThat(correction.review().replaces()).hasValue(draft.id());
        assertThat(correction.text()).isEqualTo(draft.text());
        assertThat(reviews.replacement("sandbox", draft.id(), UUID.randomUUID(), NOON)
                        .orElseThrow()
                        .id())
                .as("asked for twice")
                .isEqualTo(id);
        drafts.sign("sandbox", id, signature("Practitioner/1"));
        drafts.filed(id, new StoredDraft.Filed("DocumentReference/71", NOON));
        assertThat(drafts.find("sandbox", draft.id()).orElseThrow().state()).isEqualTo(DraftState.SUPERSEDED);
        assertThat(reviews.enteredInError("sandbox", id, new StoredDraft.End("wrong", "Practitioner/1", NOON))
                        .orElseThrow()
                        .state())
                .isEqualTo(DraftState.ENTERED_IN_ERROR);
    }

    @Test
    void onlyOpenDraftsExpire() {
        StoredDraft open = draft("Nobody signed.");
        StoredDraft signed = draft("Somebody signed.");
        drafts.keep(open);
        drafts.keep(signed);
        drafts.sign("sandbox", signed.id(), signature("Practitioner/1"));
        assertThat(reviews.expire(NOON, LATER, 1_000)).isZero();
        assertThat(reviews.expire(NOON.plusSeconds(1), LATER, 1_000)).isPositive();
        assertThat(drafts.find("sandbox", open.id()).orElseThrow().state()).isEqualTo(DraftState.EXPIRED);
        assertThat(drafts.find("sandbox", signed.id()).orElseThrow().state()).isEqualTo(DraftState.SIGNED);
        assertThat(drafts.sign("sandbox", open.id(), signature("Practitioner/1"))
                        .orElseThrow()
                        .signature())
                .isEmpty();
    }

    private static DraftReviews.Edited edited(String seen) {
        DraftEdit edit = new DraftEdit(
                NOON,
                "Practitioner/1",
                DraftEdit.Action.EDIT,
                0,
                Optional.empty(),
                Optional.of("Words of Dr Vandersloot."),
                Optional.empty(),
                Optional.of(new DraftEdit.Check("not-found", "nowhere")));
        return new DraftReviews.Edited(seen, edit, "Words of Dr Vandersloot.", "2".repeat(64));
    }

    @Test
    void theAuditTrailShowsWhatWasAlteredOrRemoved() throws SQLException {
        audit.record(event("first"));
        audit.record(event("second"));
        audit.record(event("third"));
        assertThat(audit.isIntact()).isTrue();
        String second = rows("select max(place) - 1 from audit_event").getFirst();
        run("update audit_event set detail = 'another' where place = " + second);
        assertThat(audit.isIntact()).as("altered").isFalse();
        run("update audit_event set detail = 'second' where place = " + second);
        assertThat(audit.isIntact()).as("put back").isTrue();
    }

    @Test
    void findsDraftsByWhatTheyCameFromAndMarksThem() {
        StoredDraft written = draft(
                "By a model.",
                new Authorship.ByModel("recalled-model", "brief-9", "ab".repeat(32)),
                List.of("Observation/glucose/_history/3"));
        StoredDraft composed = draft("By rules.");
        drafts.keep(written);
        drafts.keep(composed);
        assertThat(found(Optional.of("recalled-model"), Optional.empty(), Optional.empty(), Optional.empty()))
                .containsExactly(written.id());
        assertThat(found(Optional.empty(), Optional.of("brief-9"), Optional.empty(), Optional.empty()))
                .containsExactly(written.id());
        assertThat(found(Optional.empty(), Optional.of("ab".repeat(32)), Optional.empty(), Optional.empty()))
                .containsExactly(written.id());
        assertThat(found(Optional.empty(), Optional.empty(), Optional.of("Observation/glucose"), Optional.empty()))
                .containsExactly(written.id());
        assertThat(found(Optional.empty(), Optional.empty(), Optional.of("Observation/glucose"), Optional.of("3")))
                .containsExactly(written.id());
        assertThat(found(Optional.empty(), Optional.empty(), Optional.of("Observation/glucose"), Optional.of("2")))
                .isEmpty();
        assertThat(found(Optional.empty(), Optional.empty(), Optional.of("Condition/1"), Optional.empty()))
                .contains(composed.id());
        origins.mark(List.of(written.id()), new DraftOrigins.Mark(NOON, "client", "wrong lot"));
        assertThat(origins.marksOf(written.id())).containsExactly(new DraftOrigins.Mark(NOON, "client", "wrong lot"));
        assertThat(origins.marksOf(composed.id())).isEmpty();
    }

    @Test
    void whatAModelWasToldAndDoesNotCiteIsFoundTooAndToldApart() throws SQLException {
        StoredDraft written = draft(
                "Told of two, cites one.",
                new Authorship.ByModel("told-model", "brief-9", "ab".repeat(32)),
                List.of("Observation/cited/_history/1"),
                List.of("Observation/told/_history/2"));
        drafts.keep(written);
        assertThat(uses("Observation/cited", Optional.of("1"))).containsExactly(DraftOrigins.Use.CITED);
        assertThat(uses("Observation/told", Optional.of("2"))).containsExactly(DraftOrigins.Use.TOLD);
        assertThat(uses("Observation/told", Optional.of("3"))).isEmpty();
        run("delete from draft_source where not cited and draft = '" + written.id() + "'");
        run("update draft_origin set indexed = 2 where draft = '" + written.id() + "'");
        assertThat(uses("Observation/told", Optional.empty())).isEmpty();
        assertThat(indexing.index(written.id())).isTrue();
        assertThat(uses("Observation/told", Optional.empty()))
                .as("an index of before is made whole")
                .containsExactly(DraftOrigins.Use.TOLD);
        assertThat(uses("Observation/cited", Optional.empty())).containsExactly(DraftOrigins.Use.CITED);
    }

    private List<DraftOrigins.Use> uses(String source, Optional<String> version) {
        return origins
                .find(
                        new DraftOrigins.Wanted(
                                "sandbox", Optional.empty(), Optional.empty(), Optional.of(source), version),
                        100)
                .stream()
                .flatMap(found -> found.use().stream())
                .toList();
    }

    @Test
    void aDraftOfBeforeTheIndexIsFoundOnceItIsIndexedFromWhatWasKeptWithIt() throws SQLException {
        StoredDraft written = draft(
                "By a model of before.",
                new Authorship.ByModel(
                        "old-model",
                        "brief-1",
                        "cd".repeat(32),
                        List.of(new ModelTry("old-model", "repair-1", ModelTry.ANSWERED))),
                List.of("Observation/old/_history/1"));
        drafts.keep(written);
        for (String table : List.of("draft_turn", "draft_source", "draft_origin")) {
            run("delete from " + table + " where draft = '" + written.id() + "'");
        }
        assertThat(found(Optional.of("old-model"), Optional.empty(), Optional.empty(), Optional.empty()))
                .isEmpty();
        long before = indexing.notIndexed("sandbox");
        assertThat(before).isPositive();
        assertThat(indexing.index(written.id())).isTrue();
        assertThat(indexing.notIndexed("sandbox")).isEqualTo(before - 1);
        assertThat(found(Optional.of("old-model"), Optional.empty(), Optional.empty(), Optional.empty()))
                .containsExactly(written.id());
        assertThat(found(Optional.empty(), Optional.of("repair-1"), Optional.empty(), Optional.empty()))
                .as("instructions under which it was mended")
                .containsExactly(written.id());
        assertThat(found(Optional.empty(), Optional.empty(), Optional.of("Observation/old"), Optional.of("1")))
                .containsExactly(written.id());
    }

    @Test
    void aSignatureInARoleBindsThePersonToo() throws SQLException {
        StoredDraft draft = draft("Signed in a role.");
        drafts.keep(draft);
        Signer eva = new Signer("PractitionerRole/day", Optional.of("Practitioner/eva"));
        StoredDraft signed = drafts.sign(
                        "sandbox", draft.id(), new NewSignature(eva, NOON, draft.textHash(), Optional.empty(), LATER))
                .orElseThrow();
        assertThat(signed.signature().orElseThrow().isBy(Signer.of("Practitioner/eva")))
                .isTrue();
        assertThat(drafts.isBound("sandbox", draft.id())).isTrue();
        run("update draft set signer_person = 'Practitioner/tom' where id = '" + draft.id() + "'");
        assertThat(drafts.isBound("sandbox", draft.id())).isFalse();
        run("update draft set signer_person = null where id = '" + draft.id() + "'");
        assertThat(drafts.isBound("sandbox", draft.id())).isFalse();
    }

    @Test
    void aRecalledDraftTakesNoSignature() {
        StoredDraft recalled = draft("Recalled.");
        drafts.keep(recalled);
        origins.mark(List.of(recalled.id()), new DraftOrigins.Mark(NOON, "client", "wrong lot"));
        assertThat(drafts.find("sandbox", recalled.id()).orElseThrow().review().recalled())
                .isTrue();
        assertThat(drafts.sign(
                                "sandbox",
                                recalled.id(),
                                new NewSignature("Practitioner/a", NOON, recalled.textHash(), Optional.empty(), LATER))
                        .orElseThrow()
                        .state())
                .isEqualTo(DraftState.DRAFTED);
    }

    @Test
    void aRecalledDraftTakesNoEditButTheDraftInARecalledDocumentsPlaceDoes() {
        StoredDraft recalled = draft("Recalled while it was reviewed.");
        drafts.keep(recalled);
        origins.mark(List.of(recalled.id()), new DraftOrigins.Mark(NOON, "client", "wrong lot"));
        assertThatThrownBy(() -> reviews.edit("sandbox", recalled.id(), edited(recalled.textHash())))
                .isInstanceOf(RecalledDraft.class);
        StoredDraft document = draft("Filed, and recalled since.");
        drafts.keep(document);
        drafts.sign("sandbox", document.id(), signature("Practitioner/1"));
        drafts.filed(document.id(), new StoredDraft.Filed("DocumentReference/72", NOON));
        origins.mark(List.of(document.id()), new DraftOrigins.Mark(NOON, "client", "wrong lot"));
        StoredDraft mending = reviews.replacement("sandbox", document.id(), UUID.randomUUID(), NOON)
                .orElseThrow();
        assertThat(mending.review().recalled()).isTrue();
        assertThat(reviews.edit("sandbox", mending.id(), edited(mending.textHash()))
                        .orElseThrow()
                        .review()
                        .recalled())
                .as("its words are others now")
                .isFalse();
    }

    private List<UUID> found(
            Optional<String> model, Optional<String> prompt, Optional<String> source, Optional<String> version) {
        return origins.find(new DraftOrigins.Wanted("sandbox", model, prompt, source, version), 100).stream()
                .map(DraftOrigins.Found::draft)
                .toList();
    }

    private static AuditEvent event(String detail) {
        return new AuditEvent(AuditEvent.Kind.CHART_READ, "sandbox", Optional.of("p1"), "client user", detail);
    }

    private static StoredDraft.Signature by(String signer) {
        return new StoredDraft.Signature(signer, NOON);
    }

    private static final Instant LATER = Instant.now().plus(Duration.ofDays(1));

    private static NewSignature signature(String signer) {
        return new NewSignature(signer, NOON, "0".repeat(64), Optional.empty(), LATER);
    }

    private static StoredDraft draft(String text) {
        return draft(text, new Authorship.ByRules(Optional.empty()), List.of("Condition/1/_history/1"));
    }

    private static StoredDraft draft(String text, Authorship authorship, List<String> sources) {
        return draft(text, authorship, sources, List.of());
    }

    private static StoredDraft draft(String text, Authorship authorship, List<String> sources, List<String> uncited) {
        return new StoredDraft(
                UUID.randomUUID(),
                "sandbox",
                "p1",
                NOON,
                text,
                "0".repeat(64),
                new DraftContent(
                        DocumentKind.SUMMARY,
                        authorship,
                        sources,
                        List.of(new DraftContent.KeptStatement(
                                "active-problems", text, "supported", "", List.of("C1"))),
                        Backing.NONE,
                        uncited),
                Optional.empty(),
                Optional.empty());
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : " ").append(found.getString(i));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }
}
