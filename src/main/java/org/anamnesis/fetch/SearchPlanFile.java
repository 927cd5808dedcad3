package org.anamnesis.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.fetch.SearchPlan.Bearing;
import org.anamnesis.fetch.SearchPlan.NotAsked;
import org.anamnesis.fetch.SearchPlan.Search;
import org.anamnesis.fetch.SearchPlan.Understood;
import org.hl7.fhir.r4.model.ResourceType;
import org.jspecify.annotations.Nullable;

/** A search plan as it is written: JSON of version 1, described in {@code docs/chart-reading.md}. */
public final class SearchPlanFile {

    private static final int VERSION = 1;
    private static final Pattern REASON = Pattern.compile("[a-z][a-z-]{1,39}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SearchPlanFile() {}

    /** The plan that is used where an EHR has none of its own. */
    static SearchPlan shipped() {
        return shipped("search-plan.json");
    }

    /** The plan by which each patient of a ward list is read. */
    static SearchPlan shippedForWards() {
        return shipped("ward-plan.json");
    }

    private static SearchPlan shipped(String name) {
        try (InputStream in =
                Objects.requireNonNull(SearchPlanFile.class.getResourceAsStream(name), "a shipped search plan")) {
            return read(in.readAllBytes());
        } catch (IOException | WrongPlan broken) {
            throw new IllegalStateException("a shipped search plan cannot be read", broken);
        }
    }

    /**
     * Reads a plan.
     *
     * @throws WrongPlan at the first thing in it that cannot be
     */
    public static SearchPlan read(Path file) throws WrongPlan {
        try {
            return read(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new WrongPlan("the file cannot be read");
        }
    }

    static SearchPlan read(byte[] json) throws WrongPlan {
        try {
            return plan(JSON.readValue(json, WrittenPlan.class));
        } catch (JsonMappingException wrong) {
            throw new WrongPlan(place(wrong) + " is unknown or not of the right kind");
        } catch (JsonProcessingException notJson) {
            throw new WrongPlan("it is not JSON");
        } catch (IOException impossible) {
            throw new IllegalStateException("an array cannot fail to be read", impossible);
        }
    }

    /** Whether FHIR R4 has a resource of this name. */
    static boolean isType(@Nullable String name) {
        return Stream.of(ResourceType.values()).anyMatch(type -> type.name().equals(name));
    }

    /** {@code searches.3.newest} */
    private static String place(JsonMappingException wrong) {
        return wrong.getPath().stream().map(SearchPlanFile::step).collect(Collectors.joining("."));
    }

    private static String step(Reference step) {
        return step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName();
    }

    private static SearchPlan plan(WrittenPlan written) throws WrongPlan {
        WrongPlan.check(Objects.equals(written.version, VERSION), "version is not " + VERSION);
        List<Search> searches = new ArrayList<>();
        for (WrittenSearch search : entries(written.searches, "searches")) {
            searches.add(search.at("searches." + searches.size()));
        }
        WrongPlan.check(!searches.isEmpty(), "searches is empty");
        WrongPlan.check(
                searches.stream().map(Search::key).distinct().count() == searches.size(),
                "searches holds two of the same type and part");
        List<NotAsked> notAsked = new ArrayList<>();
        for (WrittenNotAsked left : entries(written.notAsked, "notAsked")) {
            notAsked.add(left.at("notAsked." + notAsked.size()));
        }
        return new SearchPlan(
                written.title == null ? "" : written.title,
                written.understands == null ? Understood.ALL : written.understands.understood(),
                searches,
                notAsked,
                written.bears == null ? Bearing.USUAL : written.bears.bearing());
    }

    private static <T> List<T> entries(@Nullable List<T> list, String place) throws WrongPlan {
        List<T> entries = list == null ? List.of() : list;
        WrongPlan.check(entries.stream().allMatch(Objects::nonNull), place + " holds null");
        return entries;
    }

    private record WrittenPlan(
            @Nullable Integer version,
            @Nullable String title,
            @Nullable WrittenUnderstood understands,
            @Nullable WrittenBearing bears,
            @Nullable List<WrittenSearch> searches,
            @Nullable List<WrittenNotAsked> notAsked) {}

    /** What is not said is understood. */
    private record WrittenUnderstood(
            @Nullable Boolean batch,
            @Nullable Boolean count,
            @Nullable Boolean sort,
            @Nullable Boolean total,
            @Nullable Boolean include) {

        Understood understood() {
            return new Understood(isNot(batch), isNot(count), isNot(sort), isNot(total), isNot(include));
        }

        private static boolean isNot(@Nullable Boolean denied) {
            return !Boolean.FALSE.equals(denied);
        }
    }

    /** What is not said is as usual. */
    private record WrittenBearing(
            @Nullable Integer seconds,
            @Nullable Integer atOnce,
            @Nullable Integer files) {

        private static final int MOST_SECONDS = 120;
        private static final int MOST_AT_ONCE = 16;
        private static final int MOST_FILES = 400;

        Bearing bearing() throws WrongPlan {
            return new Bearing(
                    within("seconds", seconds, 1, MOST_SECONDS).map(Duration::ofSeconds),
                    within("atOnce", atOnce, 1, MOST_AT_ONCE),
                    within("files", files, 0, MOST_FILES));
        }

        private static Optional<Integer> within(String name, @Nullable Integer value, int least, int most)
                throws WrongPlan {
            WrongPlan.check(
                    value == null || (value >= least && value <= most),
                    "bears." + name + " is not from " + least + " to " + most);
            return Optional.ofNullable(value);
        }
    }

    private record WrittenNotAsked(
            @Nullable String type, @Nullable String reason) {

        NotAsked at(String place) throws WrongPlan {
            String left = type == null ? "" : type;
            String why = reason == null ? "" : reason;
            WrongPlan.check(isType(left), place + ".type is no resource type");
            WrongPlan.check(REASON.matcher(why).matches(), place + ".reason is no word like outside-the-plan");
            return new NotAsked(left, "all", why);
        }
    }
}
