package org.anamnesis.boot;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.acuity.Adviser;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.WrongSetting;
import org.anamnesis.model.Routes;
import org.anamnesis.summary.Writer;

/**
 * Whether what routes are named for is there. A limit of an EHR whose name is mistyped would limit nothing, and its charts would go to
 * every model.
 */
final class NamedRoutes {

    private static final String EHR = "anamnesis.model.ehr.";
    private static final String ORDER = "anamnesis.model.order.";

    private NamedRoutes() {}

    /** @throws WrongSetting at the first one that is for nothing */
    static void check(Routes routes, EhrRegistry registry) {
        Set<String> ehrs = registry.all().stream().map(ehr -> ehr.id().value()).collect(Collectors.toSet());
        check(EHR, routes.byEhr().keySet(), "is of an EHR that is not configured", ehrs);
        check(
                ORDER,
                routes.byPurpose().keySet(),
                "is for no purpose",
                Stream.concat(Writer.PURPOSES.stream(), Stream.of(Adviser.PURPOSE))
                        .collect(Collectors.toSet()));
    }

    private static void check(String prefix, Set<String> named, String wrong, Set<String> there) {
        new TreeSet<>(named)
                .stream().filter(name -> !there.contains(name)).findFirst().ifPresent(name -> {
                    throw new WrongSetting(prefix + name, wrong, "one of " + String.join(", ", new TreeSet<>(there)));
                });
    }
}
