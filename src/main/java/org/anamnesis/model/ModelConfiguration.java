package org.anamnesis.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The models of the configuration: either one at {@code anamnesis.model.*}, or those that {@code anamnesis.models} names, each
 * at {@code anamnesis.models.NAME.*}. What is common to all may stand at {@code anamnesis.model.*} once.
 */
public final class ModelConfiguration {

    private static final String COMMON = "anamnesis.model.";
    private static final String MODELS = "anamnesis.models";
    private static final String ORDER = "order.";
    private static final String EHR = "ehr.";
    private static final String ONLY = "default";
    private static final Set<String> SHARED = Set.of(
            "temperature",
            "context-tokens",
            "answer-tokens",
            "first-token-timeout",
            "timeout",
            "answer-characters",
            "concurrent",
            "retries",
            "retry-wait",
            "breaker-calls",
            "breaker-rest",
            "egress");
    private static final Set<String> OF_ONE = Set.of("provider", "base-url", "api-key");
    private static final Set<String> OF_ALL = Set.of(
            "order",
            "total-timeout",
            "budget.user-requests",
            "budget.user-tokens",
            "budget.ehr-requests",
            "budget.ehr-tokens",
            "probe",
            "probe-again");

    private static final Budget OF_USER = new Budget(300, 3_000_000);
    private static final Budget OF_EHR = new Budget(5_000, 50_000_000);

    private final Iterable<String> names;
    private final Function<String, Optional<String>> source;
    private final Keys common;

    private ModelConfiguration(Iterable<String> names, Function<String, Optional<String>> source) {
        this.names = names;
        this.source = source;
        this.common = new Keys(source, COMMON);
    }

    /**
     * What is configured.
     *
     * @param gateway the models and how they work together
     * @param probed whether each must pass a probe first
     * @param probeAgain how long after a failed probe the next one is made
     */
    public record Read(GatewaySettings gateway, boolean probed, Duration probeAgain) {}

    /**
     * Reads the settings.
     *
     * @param names the names of all settings there are, to find those nobody knows
     * @param source the value of a setting
     * @return empty where no model is configured, which means that rules write
     * @throws IllegalArgumentException at the first setting that is missing, wrong or unknown; its words name the key
     */
    public static Optional<Read> read(Iterable<String> names, Function<String, Optional<String>> source) {
        return new ModelConfiguration(names, source).read();
    }

    private Optional<Read> read() {
        Optional<List<String>> several = new Keys(source, "").list(MODELS);
        boolean one = common.find("base-url").isPresent();
        if (one && several.isPresent()) {
            throw Keys.wrongSetting(
                    COMMON + "base-url", "is set beside " + MODELS, "either one model or a list of names");
        }
        refuseUnknown(several.orElse(List.of()));
        List<ModelSettings> models = one
                ? List.of(model(ONLY, COMMON, "name"))
                : several.orElse(List.of()).stream()
                        .map(name -> model(name, MODELS + "." + name + ".", "model"))
                        .toList();
        return models.isEmpty() ? Optional.empty() : Optional.of(gateway(models));
    }

    private Read gateway(List<ModelSettings> models) {
        GatewaySettings plain = GatewaySettings.of(models.toArray(ModelSettings[]::new));
        Budget user = budget("user", OF_USER);
        Budget ehr = budget("ehr", OF_EHR);
        Duration whole = common.duration("total-timeout", plain.whole());
        if (!whole.isPositive()) {
            throw common.wrong("total-timeout", "is not above zero", "an ISO 8601 duration");
        }
        Routes routes = new Routes(common.list("order").orElse(plain.routes().order()), named(ORDER), named(EHR));
        Set<String> there = Set.copyOf(plain.routes().order());
        refuseAbsent("order", routes.order(), there);
        routes.byPurpose().forEach((purpose, order) -> refuseAbsent(ORDER + purpose, order, there));
        routes.byEhr().forEach((of, allowed) -> refuseAbsent(EHR + of, allowed, there));
        return new Read(
                told(COMMON, () -> new GatewaySettings(models, routes, user, ehr, whole)),
                common.flag("probe", true),
                common.duration("probe-again", Duration.ofMinutes(10)));
    }

    private void refuseAbsent(String key, List<String> models, Set<String> there) {
        if (!there.containsAll(models)) {
            throw common.wrong(
                    key, "names a model that is not configured", "some of " + String.join(", ", new TreeSet<>(there)));
        }
    }

    private Budget budget(String whose, Budget otherwise) {
        String key = "budget." + whose;
        return told(
                COMMON + key,
                () -> new Budget(
                        common.number(key + "-requests", (int) otherwise.requests()),
                        common.number(key + "-tokens", (int) otherwise.tokens())));
    }

    /** The lists at {@code anamnesis.model.order.PURPOSE} or {@code anamnesis.model.ehr.NAME}. */
    private Map<String, List<String>> named(String group) {
        Map<String, List<String>> lists = new HashMap<>();
        for (String name : names) {
            if (name.startsWith(COMMON + group)) {
                String key = name.substring(COMMON.length());
                // Neither purposes nor EHRs have a dot in their names: one stands for an environment variable's hyphen.
                String of = key.substring(group.length()).replace('.', '-');
                common.list(group + of).or(() -> common.list(key)).ifPresent(list -> lists.put(of, list));
            }
        }
        return lists;
    }

    private ModelSettings model(String name, String prefix, String modelKey) {
        Keys own = new Keys(source, prefix);
        Keys shared = new Keys(source, prefix, COMMON);
        return told(
                prefix,
                () -> new ModelSettings(
                        name,
                        provider(own),
                        address(own),
                        own.find(modelKey)
                                .orElseThrow(
                                        () -> own.wrong(modelKey, "is missing", "the model's name at the endpoint")),
                        own.find("api-key"),
                        generation(shared),
                        limits(shared),
                        shared.list("egress").map(Egress::of).orElseGet(() -> Egress.to(address(own)))));
    }

    private static Provider provider(Keys own) {
        String word = own.find("provider").orElse(Provider.OPENAI.word());
        return Provider.ofWord(word)
                .orElseThrow(() ->
                        own.wrong("provider", "is unknown", "one of openai, azure-openai, ollama, anthropic, gemini"));
    }

    private static URI address(Keys own) {
        String expected = "the endpoint's https address";
        try {
            return new URI(own.find("base-url").orElseThrow(() -> own.wrong("base-url", "is missing", expected)));
        } catch (URISyntaxException e) {
            throw own.wrong("base-url", "is not a web address", expected);
        }
    }

    private static Generation generation(Keys keys) {
        return new Generation(
                keys.decimal("temperature", 0),
                keys.optionalNumber("context-tokens"),
                keys.optionalNumber("answer-tokens"));
    }

    private static ModelLimits limits(Keys keys) {
        ModelLimits plain = ModelLimits.DEFAULT;
        return new ModelLimits(
                keys.duration("first-token-timeout", plain.silence()),
                keys.duration("timeout", plain.whole()),
                keys.number("answer-characters", plain.answerCharacters()),
                keys.number("concurrent", plain.concurrent()),
                keys.number("retries", plain.retries()),
                keys.duration("retry-wait", plain.longestWait()),
                keys.number("breaker-calls", plain.breakerCalls()),
                keys.duration("breaker-rest", plain.rest()));
    }

    /** Says of which settings the words are where they do not say it themselves. */
    private static <T> T told(String prefix, java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            String words = String.valueOf(e.getMessage());
            throw words.startsWith("Setting ") ? e : new IllegalArgumentException("Setting " + prefix + words, e);
        }
    }

    private void refuseUnknown(List<String> models) {
        Set<String> known = new HashSet<>();
        Stream.of(Set.of("name"), OF_ONE, SHARED, OF_ALL)
                .flatMap(Set::stream)
                .forEach(key -> known.add(plain(COMMON + key)));
        for (String model : models) {
            Stream.of(Set.of("model"), OF_ONE, SHARED)
                    .flatMap(Set::stream)
                    .forEach(key -> known.add(plain(MODELS + "." + model + "." + key)));
        }
        for (String name : names) {
            boolean ours = name.startsWith(COMMON) || name.startsWith(MODELS + ".");
            boolean ofGroup = name.startsWith(COMMON + ORDER) || name.startsWith(COMMON + EHR);
            if (ours && !ofGroup && !known.contains(plain(name))) {
                throw unknown(name, name.startsWith(COMMON) ? OF_ALL : OF_ONE);
            }
        }
    }

    /** An environment variable's name knows no hyphens: {@code ANAMNESIS_MODEL_BASE_URL} is read as {@code ...base.url}. */
    private static String plain(String name) {
        return name.replace('-', '.');
    }

    private static IllegalArgumentException unknown(String name, Set<String> known) {
        Set<String> all = new TreeSet<>(known);
        all.addAll(SHARED);
        return Keys.wrongSetting(
                name, "is unknown or of a model that " + MODELS + " does not name", "one of " + String.join(", ", all));
    }
}
