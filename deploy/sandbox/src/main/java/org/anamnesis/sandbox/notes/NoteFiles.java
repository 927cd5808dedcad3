package org.anamnesis.sandbox.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Puts the notes of {@code note-files} into the hand-written charts, each in its format. {@code --check} writes nothing and fails
 * where a chart holds anything else.
 */
public final class NoteFiles {

    private static final String DATA = "\"data\": \"";

    /**
     * A note and where it goes.
     *
     * @param chart the chart's folder
     * @param resource the id of the resource that holds it
     * @param place which of the resource's files it is, from 0
     * @param source the file of {@code note-files}
     * @param format the format it is set in; none where the file goes in as it is
     */
    private record Setting(String chart, String resource, int place, String source, Optional<Format> format) {}

    private static final List<Setting> SETTINGS = List.of(
            set("long-surgical-admission", "okonjo-n-hp", 0, "okonjo-n-hp.txt", Format.RTF),
            set("long-surgical-admission", "okonjo-n-icu", 0, "okonjo-n-icu.txt", Format.DOCX),
            set("long-surgical-admission", "okonjo-n-dc", 0, "okonjo-n-dc.txt", Format.PDF),
            set("long-surgical-admission", "okonjo-stoma-file", 0, "okonjo-n-stoma.txt", Format.PLAIN),
            set("metformin-dose-conflict", "lindgren-n-feb", 1, "lindgren-n-feb.txt", Format.RTF),
            set("metformin-dose-conflict", "lindgren-n-mar", 0, "lindgren-n-mar.txt", Format.HTML),
            set("penicillin-allergy-prescribed", "castellanos-n-allergy", 0, "castellanos-n-allergy.txt", Format.CDA),
            new Setting(
                    "penicillin-allergy-prescribed",
                    "castellanos-n-scan",
                    0,
                    "castellanos-n-scan.png",
                    Optional.empty()));

    private NoteFiles() {}

    /** @param arguments the folder with the charts, and perhaps {@code --check} */
    public static void main(String[] arguments) throws IOException {
        Path charts = Path.of(arguments[0]);
        boolean check = arguments.length > 1 && arguments[1].equals("--check");
        for (Setting setting : SETTINGS) {
            Path bundle = charts.resolve("gold").resolve(setting.chart()).resolve("bundle.json");
            String before = Files.readString(bundle);
            String after = with(before, setting, charts.resolve("note-files"));
            if (check && !after.equals(before)) {
                throw new IllegalStateException(setting.resource() + " is not what " + setting.source() + " gives");
            }
            if (!check) {
                Files.writeString(bundle, after);
            }
        }
    }

    /** A chart with one note put in. */
    private static String with(String bundle, Setting setting, Path sources) throws IOException {
        Path source = sources.resolve(setting.source());
        byte[] file = setting.format().isPresent()
                ? setting.format().get().set(Note.of(Files.readString(source)))
                : Files.readAllBytes(source);
        int at = bundle.indexOf("\"id\": \"" + setting.resource() + "\"");
        for (int place = 0; place <= setting.place(); place++) {
            at = bundle.indexOf(DATA, at) + DATA.length();
        }
        return bundle.substring(0, at)
                + Base64.getEncoder().encodeToString(file)
                + bundle.substring(bundle.indexOf('"', at));
    }

    private static Setting set(String chart, String resource, int place, String source, Format format) {
        return new Setting(chart, resource, place, source, Optional.of(format));
    }
}
