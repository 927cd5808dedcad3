package org.anamnesis.model;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All models of an installation and how they work together.
 *
 * @param models every one, at least one
 * @param routes which are asked in which order
 * @param ofUser what one user may ask for in an hour
 * @param ofEhr what all of one EHR may ask for in an hour
 * @param whole how long a call may take with all models together
 */
public record GatewaySettings(List<ModelSettings> models, Routes routes, Budget ofUser, Budget ofEhr, Duration whole) {

    public GatewaySettings {
        models = List.copyOf(models);
        Set<String> names = new HashSet<>();
        for (ModelSettings model : models) {
            if (!names.add(model.name())) {
                throw new IllegalArgumentException("two models are called " + model.name());
            }
        }
        if (models.isEmpty()) {
            throw new IllegalArgumentException("there is no model");
        }
        Stream.of(Stream.of(routes.order()), routes.byPurpose().values().stream(), routes.byEhr().values().stream())
                .flatMap(orders -> orders)
                .flatMap(List::stream)
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("an order names a model that is not configured: " + unknown);
                });
    }

    /** The hosts of all models that an EHR's charts may go to. */
    public Set<String> hosts(String ehr) {
        List<String> allowed = routes.byEhr().get(ehr);
        return models.stream()
                .filter(model -> allowed == null || allowed.contains(model.name()))
                .map(model -> model.baseUrl().getHost())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One model and no budgets. */
    public static GatewaySettings of(ModelSettings... models) {
        List<ModelSettings> all = List.of(models);
        Duration longest = all.stream()
                .map(model -> model.limits().whole())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new GatewaySettings(
                all, Routes.of(all.stream().map(ModelSettings::name).toList()), Budget.NONE, Budget.NONE, longest);
    }

    /** The same with budgets. */
    public GatewaySettings budgets(Budget user, Budget ehr) {
        return new GatewaySettings(models, routes, user, ehr, whole);
    }

    /** The same with other routes. */
    public GatewaySettings routes(Routes other) {
        return new GatewaySettings(models, other, ofUser, ofEhr, whole);
    }
}
