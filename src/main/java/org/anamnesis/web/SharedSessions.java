package org.anamnesis.web;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.anamnesis.smart.AuthorizationFailed;
import org.anamnesis.smart.ChartKeeper;
import org.anamnesis.smart.HeldTokens;
import org.anamnesis.smart.OpenedChart;
import org.anamnesis.smart.Secrets;
import org.anamnesis.smart.UserTokens;
import org.anamnesis.store.KeptLaunch;
import org.anamnesis.store.KeptLaunch.Closed;
import org.anamnesis.store.KeptLaunch.Look;
import org.anamnesis.store.KeptSessions;

/** Sessions in the product's database: all nodes have the same ones, and a restart ends none. */
final class SharedSessions implements SessionStore {

    private static final int ID_BITS = 256;

    private final KeptSessions kept;
    private final ChartKeeper charts;
    private final Clock clock;

    SharedSessions(KeptSessions kept, ChartKeeper charts, Clock clock) {
        this.kept = kept;
        this.charts = charts;
        this.clock = clock;
    }

    @Override
    public String open(Launch first) {
        String id = Secrets.fresh(ID_BITS);
        UserTokens access = first.chart().access();
        end(kept.open(id, kept(first), now()));
        access.letGo();
        return id;
    }

    @Override
    public boolean add(String sessionId, Launch launch) {
        Optional<List<Closed>> added = kept.add(sessionId, kept(launch), now());
        added.ifPresent(this::end);
        if (added.isPresent()) {
            launch.chart().access().letGo();
        }
        return added.isPresent();
    }

    @Override
    public Lookup find(String sessionId, String launchId) {
        return look(sessionId, launchId, true);
    }

    @Override
    public Lookup peek(String sessionId, String launchId) {
        return look(sessionId, launchId, false);
    }

    private Lookup look(String sessionId, String launchId, boolean attended) {
        return switch (kept.look(sessionId, launchId, now(), attended)) {
            case Look.Open open ->
                launch(sessionId, launchId, open.chart())
                        .<Lookup>map(Lookup.Open::new)
                        .orElseGet(Lookup.NotThisChart::new);
            case Look.Elsewhere ignored -> new Lookup.NotThisChart();
            case Look.Over ignored -> {
                close(sessionId);
                yield new Lookup.NoSession();
            }
            case Look.None ignored -> new Lookup.NoSession();
        };
    }

    private Optional<Launch> launch(String sessionId, String launchId, String text) {
        KeptLaunchText read = KeptLaunchText.parse(text);
        return charts.open(read.chart(), new SharedTokens(kept.tokens(sessionId, launchId)))
                .map(chart -> new Launch(launchId, read.token(), read.openedAt(), chart));
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void sweep() {
        List<Closed> closed = kept.sweep(now());
        while (!closed.isEmpty()) {
            end(closed);
            closed = kept.sweep(now());
        }
    }

    @Override
    public void close(String sessionId, String launchId) {
        List<Closed> closed = kept.close(sessionId, launchId).stream().toList();
        end(
                closed,
                kept.tokensOf(sessionId).stream()
                        .flatMap(tokens -> new SharedTokens(tokens).read().stream())
                        .toList());
    }

    @Override
    public void close(String sessionId) {
        end(kept.close(sessionId));
    }

    // They are nowhere but here now.
    private void end(List<Closed> closed) {
        end(closed, List.of());
    }

    private void end(List<Closed> closed, List<HeldTokens> inUse) {
        for (Closed one : closed) {
            one.tokens()
                    .map(tokens -> new TakenTokens(HeldTokens.parse(tokens, one.version())))
                    .flatMap(tokens ->
                            charts.open(KeptLaunchText.parse(one.chart()).chart(), tokens))
                    .map(OpenedChart::access)
                    .ifPresent(access -> access.end(inUse));
        }
    }

    private KeptLaunch kept(Launch launch) {
        OpenedChart chart = launch.chart();
        HeldTokens tokens =
                chart.access().held().orElseThrow(() -> new AuthorizationFailed(AuthorizationFailed.Reason.ENDED));
        return new KeptLaunch(
                launch.id(),
                chart.ehr().id().value(),
                chart.user().subject(),
                launch.openedAt().truncatedTo(ChronoUnit.MILLIS),
                new KeptLaunchText(launch.token(), launch.openedAt(), charts.text(chart)).text(),
                tokens.text());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
