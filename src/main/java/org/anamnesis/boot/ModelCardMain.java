package org.anamnesis.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.anamnesis.model.ModelConfiguration;
import org.anamnesis.modelcard.Markdown;

/** What {@code deploy/model-card} starts: writes the card of the settings in the environment as Markdown. */
public final class ModelCardMain {

    private ModelCardMain() {}

    /** Arguments: the file to write, the product's version. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("ANAMNESIS_")) {
                environment.put(key(name), value);
            }
        });
        Function<String, Optional<String>> settings = key -> Optional.ofNullable(environment.get(key(key)));
        Files.writeString(
                Path.of(arguments[0]),
                Markdown.of(CardOfSettings.read(
                        arguments[1],
                        ModelConfiguration.read(environment.keySet(), settings).map(ModelConfiguration.Read::gateway),
                        settings)),
                StandardCharsets.UTF_8);
    }

    /** A setting's name as the configuration has it, from an environment variable's or its own; dots and hyphens are one. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.');
    }
}
