package org.anamnesis.ehr;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The registry as it is written in the configuration: {@code anamnesis.base-url}, {@code anamnesis.ehrs} and
 * {@code anamnesis.ehr.ID.*}. Reads all of it or says what is wrong; needs no container.
 */
public final class EhrSettings {

    static final String BASE_URL = "anamnesis.base-url";
    static final String EHRS = "anamnesis.ehrs";
    static final String PREFIX = "anamnesis.ehr.";

    private static final String SUMMARY_LENGTH = "summary-length";
    private static final String SUMMARY_SECTIONS = "summary-sections";
    private static final String SUMMARY_LOOK_BACK = "summary-look-back";
    private static final String SEARCH_PLAN = "search-plan";
    private static final String WRITE_PROFILE = "write-profile";
    private static final String INTROSPECTION = "introspection";

    private static final Set<String> KNOWN = Set.of(
            "name",
            "fhir-base",
            "issuer",
            "backend-client-id",
            "backend-algorithm",
            "backend-scopes",
            "app-client-id",
            "app-algorithm",
            "app-authentication",
            "app-client-secret",
            "app-scopes",
            "ward-lists",
            "tenant",
            "trust-user-scopes",
            INTROSPECTION,
            "frame-ancestors",
            "endpoint-origins",
            "allow-loopback-http",
            "timeout",
            "model-labels",
            "model-hosts",
            "model-pseudonyms",
            SUMMARY_LENGTH,
            SUMMARY_SECTIONS,
            SUMMARY_LOOK_BACK,
            SEARCH_PLAN,
            WRITE_PROFILE);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);

    private final Settings settings;
    private final Iterable<String> names;

    private EhrSettings(Iterable<String> names, Function<String, Optional<String>> source) {
        this.names = names;
        this.settings = new Settings(source);
    }

    /**
     * Reads the registry.
     *
     * @param names the names of all settings there are, to find those nobody knows
     * @param source the value of a setting
     * @throws WrongSetting at the first setting that is missing, wrong or unknown
     */
    public static EhrRegistry read(Iterable<String> names, Function<String, Optional<String>> source) {
        return new EhrSettings(names, source).registry();
    }

    private EhrRegistry registry() {
        List<EhrId> ids = ids();
        refuseUnknown(ids);
        List<Ehr> ehrs = ids.stream().map(this::ehr).toList();
        Set<URI> bases = new LinkedHashSet<>();
        for (Ehr ehr : ehrs) {
            if (!bases.add(ehr.fhirBase())) {
                throw new WrongSetting(
                        key(ehr.id(), "fhir-base"), "is that of another EHR too", "one EHR for each FHIR base");
            }
        }
        // Our own address may be a loopback one: then only this machine can reach us anyway.
        return new EhrRegistry(settings.address(BASE_URL, true), ehrs);
    }

    private List<EhrId> ids() {
        String expected = "the ids of the EHRs, separated by commas, each 1 to 40 of a-z, 0-9 and -, each once";
        settings.text(EHRS, expected);
        List<EhrId> ids = settings.list(EHRS).stream()
                .map(text -> EhrId.parse(text).orElseThrow(() -> new WrongSetting(EHRS, "holds a wrong id", expected)))
                .toList();
        if (ids.isEmpty() || Set.copyOf(ids).size() != ids.size()) {
            throw new WrongSetting(EHRS, "is empty or names an EHR twice", expected);
        }
        return ids;
    }

    /** An environment variable's name has no hyphens: {@code ANAMNESIS_EHR_WARD_FHIR_BASE} is {@code ...ward.fhir.base}. */
    private void refuseUnknown(List<EhrId> ids) {
        for (String name : names) {
            if (!name.startsWith(PREFIX)) {
                continue;
            }
            String written = withoutHyphens(name);
            List<EhrId> of = ids.stream()
                    .filter(id -> written.startsWith(withoutHyphens(key(id, ""))))
                    .toList();
            if (of.isEmpty()) {
                throw new WrongSetting(name, "is for an EHR that " + EHRS + " does not name", "an id it names");
            }
            boolean known = of.stream()
                    .flatMap(id -> KNOWN.stream().map(rest -> key(id, rest)))
                    .anyMatch(key -> written.equals(withoutHyphens(key)));
            if (!known) {
                throw new WrongSetting(name, "is unknown", "one of " + String.join(", ", new TreeSet<>(KNOWN)));
            }
        }
    }

    private static String withoutHyphens(String name) {
        return name.replace('-', '.');
    }

    private Ehr ehr(EhrId id) {
        boolean loopbackHttp = settings.flag(key(id, "allow-loopback-http"));
        AppSettings clients = new AppSettings(settings, name -> key(id, name));
        return new Ehr(
                id,
                settings.find(key(id, "name")).orElse(id.value()),
                settings.address(key(id, "fhir-base"), loopbackHttp),
                settings.address(key(id, "issuer"), loopbackHttp),
                clients.backend(),
                clients.app(),
                network(id, loopbackHttp),
                settings.find(key(id, SEARCH_PLAN)).map(Path::of),
                models(id),
                new Ehr.Trust(
                        settings.find(key(id, "tenant")),
                        settings.flag(key(id, "trust-user-scopes")),
                        introspection(id, loopbackHttp)));
    }

    private Optional<Ehr.Introspection> introspection(EhrId id, boolean loopbackHttp) {
        String key = key(id, INTROSPECTION);
        return switch (settings.find(key).orElse("off")) {
            case "off" -> Optional.empty();
            case "discovery" -> Optional.of(new Ehr.Introspection(Optional.empty()));
            default -> Optional.of(new Ehr.Introspection(Optional.of(settings.address(key, loopbackHttp))));
        };
    }

    private Ehr.Models models(EhrId id) {
        String labels = key(id, "model-labels");
        String hosts = key(id, "model-hosts");
        List<String> codes = settings.list(labels);
        List<String> names = settings.list(hosts);
        if (codes.stream().anyMatch(code -> !code.matches("[A-Za-z0-9]{1,20}"))) {
            throw new WrongSetting(
                    labels, "holds what is no code", "security labels separated by commas, e.g. R, V, PSYTHPN");
        }
        if (names.stream().anyMatch(name -> !name.matches("\\[?[A-Za-z0-9.:-]+\\]?"))) {
            throw new WrongSetting(
                    hosts, "holds what is no host", "names of hosts separated by commas, without scheme and port");
        }
        if (!codes.isEmpty() && names.isEmpty()) {
            throw new WrongSetting(
                    hosts, "is missing", "the hosts of the models that may see what bears the labels of " + labels);
        }
        return new Ehr.Models(Set.copyOf(codes), Set.copyOf(names), settings.flag(key(id, "model-pseudonyms")));
    }

    /** The setting that names an EHR's search plan, for who reads the file. */
    public static String searchPlanKey(EhrId id) {
        return key(id, SEARCH_PLAN);
    }

    /** The setting that says how long an EHR's summaries are, for who writes them. */
    public static String summaryLengthKey(EhrId id) {
        return key(id, SUMMARY_LENGTH);
    }

    /** The setting that says which sections an EHR's summaries have, for who writes them. */
    public static String summarySectionsKey(EhrId id) {
        return key(id, SUMMARY_SECTIONS);
    }

    /** The setting that says how far back an EHR's summaries look, for who writes them. */
    public static String summaryLookBackKey(EhrId id) {
        return key(id, SUMMARY_LOOK_BACK);
    }

    /** The setting that names how an EHR takes documents, for who reads the profile. */
    public static String writeProfileKey(EhrId id) {
        return key(id, WRITE_PROFILE);
    }

    private Ehr.Network network(EhrId id, boolean loopbackHttp) {
        return new Ehr.Network(
                settings.origins(key(id, "frame-ancestors"), loopbackHttp),
                new LinkedHashSet<>(settings.origins(key(id, "endpoint-origins"), loopbackHttp)),
                loopbackHttp,
                settings.duration(key(id, "timeout"), TIMEOUT, LONGEST_TIMEOUT));
    }

    private static String key(EhrId id, String rest) {
        return PREFIX + id.value() + "." + rest;
    }
}
