package org.anamnesis.ward;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.anamnesis.audit.RecordedEvents;
import org.anamnesis.fetch.ChartReader;
import org.anamnesis.fetch.ReadLimits;
import org.anamnesis.fetch.RosterReader;
import org.anamnesis.fetch.SearchPlans;
import org.anamnesis.fetch.WardPlace;
import org.anamnesis.store.RememberedOverrides;

/** The ward's use case over an EHR of a test, at noon until a test goes on. */
public final class WardDesk implements AutoCloseable {

    public static final WardPlace WARD = new WardPlace(WardPlace.Kind.GROUP, "ward");

    public final WardEhr ehr = new WardEhr();
    public final RecordedEvents trail = new RecordedEvents();
    public final RememberedOverrides overrides = new RememberedOverrides();
    public final Wards wards;
    public final Decisions decisions;

    private final RosterReader rosters;
    private final WardReadings readings;
    private Instant now = Instant.parse("2024-03-10T12:00:00Z");

    public WardDesk() {
        this(ReadLimits.WARD);
    }

    public WardDesk(ReadLimits limits) {
        Clock clock = new Stepped();
        rosters = new RosterReader(FhirContext.forR4(), limits);
        readings =
                new WardReadings(new ChartReader(FhirContext.forR4(), SearchPlans.SHIPPED.forWards(), limits), clock);
        wards = new Wards(rosters, readings, overrides, trail, clock);
        decisions = new Decisions(wards, readings, overrides, trail, clock);
    }

    public void after(Duration time) {
        now = now.plus(time);
    }

    public Eyes eyes() {
        return eyes("backend");
    }

    public Eyes eyes(String right) {
        return new Eyes("clinic", ehr.access(), right, "client user");
    }

    public WardList list() {
        return list(WARD);
    }

    public WardList list(WardPlace place) {
        return ((WardOutcome.Listed) wards.list(WardRequest.now(eyes(), place))).list();
    }

    public WardOutcome since(String version) {
        return wards.list(new WardRequest(eyes(), WARD, Optional.empty(), Optional.of(version)));
    }

    @Override
    public void close() {
        try {
            rosters.close();
            readings.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        ehr.close();
    }

    private final class Stepped extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
