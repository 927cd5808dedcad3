package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.draft.Extent;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.SummaryKind;
import org.anamnesis.store.AllPageSettings;
import org.anamnesis.store.PageSettings;
import org.jspecify.annotations.Nullable;

/**
 * How the user wants the page. Kept here and not in the browser, so that a shared workstation shows each user their own and
 * keeps nothing. Every value is one of a list: nothing that tells of a patient can be kept.
 */
@Path("{launchId}/api/settings")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class SettingsResource {

    private static final Set<String> THEMES = Set.of("system", "light", "dark", "contrast");
    private static final Set<String> DENSITIES = Set.of("comfortable", "compact");
    private static final Set<Integer> FONT_PERCENTS = Set.of(90, 100, 115, 130, 150);
    private static final String USUAL_LENGTH = "usual";
    private static final Set<String> LOOK_BACKS = Set.of("usual", "all", "P3M", "P1Y", "P2Y", "P5Y");
    private static final int MOST_LOCK_MINUTES = 15;

    @Inject
    private CurrentLaunch current;

    @Inject
    private AllPageSettings all;

    /** The settings; fields as in {@link PageSettings}. */
    public record View(
            @Nullable String theme,
            @Nullable String density,
            @Nullable Integer fontPercent,
            @Nullable Integer lockMinutes,
            @Nullable String kind,
            @Nullable String length,
            @Nullable String lookBack,
            @Nullable List<String> sections) {

        static View of(PageSettings settings) {
            return new View(
                    settings.theme(),
                    settings.density(),
                    settings.fontPercent(),
                    settings.lockMinutes(),
                    settings.kind(),
                    settings.length(),
                    settings.lookBack(),
                    settings.sections());
        }
    }

    /** The user's settings, or the usual ones. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public View settings() {
        return View.of(all.find(ehr(), who()).orElse(PageSettings.USUAL));
    }

    /** Keeps the user's settings, all of them, and gives them back. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public View keep(@Nullable View wanted) {
        PageSettings settings = read(wanted)
                .orElseThrow(() -> new ApiRefusal(400, "request-unreadable", "This request cannot be read."));
        all.keep(ehr(), who(), settings);
        return View.of(settings);
    }

    static Optional<PageSettings> read(@Nullable View wanted) {
        if (wanted == null
                || wanted.theme() == null
                || wanted.density() == null
                || wanted.fontPercent() == null
                || wanted.lockMinutes() == null
                || wanted.kind() == null
                || wanted.length() == null
                || wanted.lookBack() == null
                || wanted.sections() == null) {
            return Optional.empty();
        }
        List<String> sections = wanted.sections().stream().distinct().toList();
        boolean isListed = THEMES.contains(wanted.theme())
                && DENSITIES.contains(wanted.density())
                && FONT_PERCENTS.contains(wanted.fontPercent())
                && wanted.lockMinutes() >= 1
                && wanted.lockMinutes() <= MOST_LOCK_MINUTES
                // A problem summary needs words, which are asked for anew each time and never kept.
                && SummaryKind.ofCode(wanted.kind())
                        .filter(kind -> kind != SummaryKind.PROBLEM)
                        .isPresent()
                && (wanted.length().equals(USUAL_LENGTH)
                        || Extent.Length.ofCode(wanted.length()).isPresent())
                && LOOK_BACKS.contains(wanted.lookBack())
                && sections.stream().allMatch(code -> Section.ofCode(code).isPresent());
        return isListed
                ? Optional.of(new PageSettings(
                        wanted.theme(),
                        wanted.density(),
                        wanted.fontPercent(),
                        wanted.lockMinutes(),
                        wanted.kind(),
                        wanted.length(),
                        wanted.lookBack(),
                        sections))
                : Optional.empty();
    }

    private String ehr() {
        return current.launch().ehr().id().value();
    }

    private String who() {
        return current.launch().chart().user().subject();
    }
}
