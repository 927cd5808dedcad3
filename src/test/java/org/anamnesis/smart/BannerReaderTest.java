package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anamnesis.conformance.Requirement;
import org.anamnesis.smart.AuthorizationFailed.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BannerReaderTest {

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();
    private final BannerReader reader = new BannerReader(http);
    private Launched launched;

    @BeforeEach
    void launch() throws Exception {
        launched = new Launched(ehr, http, clock, directory);
    }

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
    }

    @Test
    @Requirement(93)
    void readsWhoThePatientIsByTheOfficialNameAndTheRecordNumber() {
        Banner banner = reader.patient(launched.chart(ehr));
        assertThat(banner.name()).contains("Ada M. Example");
        assertThat(banner.birthDate()).contains("1950-05-06");
        assertThat(banner.born()).contains(LocalDate.of(1950, 5, 6));
        assertThat(banner.sex()).contains("female");
        assertThat(banner.mrn()).contains("M-17");
        assertThat(banner.toString()).doesNotContain("Ada");
    }

    @Test
    void readsThatThePatientHasDiedAndWhenWhereTheEhrSaysIt() {
        assertThat(reader.patient(launched.chart(ehr)).deceased()).isFalse();
        ehr.patient = ehr.patient.replace("\"gender\"", "\"deceasedDateTime\":\"2024-11-16\",\"gender\"");
        Banner dated = reader.patient(launched.chart(ehr));
        assertThat(dated.deceased()).isTrue();
        assertThat(dated.deceasedOn()).contains("2024-11-16");
        ehr.patient = ehr.patient.replace("\"deceasedDateTime\":\"2024-11-16\"", "\"deceasedBoolean\":true");
        Banner undated = reader.patient(launched.chart(ehr));
        assertThat(undated.deceased()).isTrue();
        assertThat(undated.deceasedOn()).isEmpty();
    }

    @Test
    @Requirement(202)
    void readsTheUsersNameFromThePractitionerUnlessTheIdTokenHasIt() {
        assertThat(reader.user(launched.chart(ehr))).contains("Dr. Eva Hand");
        ehr.idTokenClaims = claims -> claims.claim("name", "Eva Hand, MD");
        assertThat(reader.user(launched.chart(ehr))).contains("Eva Hand, MD");
    }

    @Test
    void goesOnWithoutTheUsersNameWhereTheEhrDoesNotGiveIt() {
        ehr.idTokenClaims = claims -> claims.claim("fhirUser", "Practitioner/unknown");
        assertThat(reader.user(launched.chart(ehr))).isEmpty();
    }

    @Test
    void renewsOnceForTwentyAtATimeWhereTheEhrTakesATokenNoLonger() throws Exception {
        OpenedChart chart = launched.chart(ehr);
        ehr.withdrawn.add(chart.access().bearer().value());
        long before = ehr.asked("/oauth2/token");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Banner>> readers = Collections.nCopies(20, () -> reader.patient(chart));
            for (Future<Banner> read : threads.invokeAll(readers)) {
                assertThat(read.get().mrn()).contains("M-17");
            }
        }
        assertThat(ehr.asked("/oauth2/token")).isEqualTo(before + 1);
    }

    @Test
    void endsWhereTheNewTokenIsNotTakenEither() {
        OpenedChart chart = launched.chart(ehr);
        ehr.withdrawn.add(chart.access().bearer().value());
        ehr.tokenAnswer = answer -> {
            ehr.withdrawn.add(String.valueOf(answer.get("access_token")));
            return answer;
        };
        assertThat(catchThrowableOfType(AuthorizationFailed.class, () -> reader.patient(chart))
                        .reason())
                .isEqualTo(Reason.ENDED);
    }

    @Test
    void saysWhenThePatientCannotBeRead() {
        ehr.context.put("patient", "p2");
        OpenedChart chart = launched.chart(ehr);
        assertThat(catchThrowableOfType(AuthorizationFailed.class, () -> reader.patient(chart))
                        .reason())
                .isEqualTo(Reason.UNUSABLE);
    }
}
