package org.anamnesis.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;

/** The folder that the data lie in: sets are found by the names of their folders, at any depth. */
public final class DataFolder {

    private static final String PACKED = ".gz";
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path root;

    public DataFolder(Path root) {
        this.root = root;
    }

    /** The files of a set: those below every folder of its name, in the order of their paths, by their ending. */
    public List<Path> files(String set, String ending) throws IOException {
        return files().filter(file -> isBelow(file, set))
                .filter(file -> ends(file, ending))
                .toList();
    }

    /** All files of an ending, packed or not. */
    public List<Path> files(String ending) throws IOException {
        return files().filter(file -> ends(file, ending)).toList();
    }

    /** The name of a file for people and for the record: its path below the folder. */
    public String name(Path file) {
        return root.relativize(file).toString();
    }

    /** Whether there is anything of a set. */
    public boolean has(String set) throws IOException {
        return files().anyMatch(file -> isBelow(file, set));
    }

    /** The names, sizes and times of all files, which differ where the data do. */
    public String fingerprint() throws IOException {
        CRC32C crc = new CRC32C();
        for (Path file : files().toList()) {
            String facts = name(file) + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toMillis();
            crc.update(facts.getBytes(StandardCharsets.UTF_8));
        }
        return Long.toHexString(crc.getValue());
    }

    /** A file's content, unpacked where its name says that it is packed. */
    public static InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        return file.toString().endsWith(PACKED) ? new GZIPInputStream(bytes, BUFFER_BYTES) : bytes;
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> below = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return below.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private boolean isBelow(Path file, String set) {
        Path folders = root.relativize(file).getParent();
        boolean isRoot = root.toAbsolutePath().normalize().endsWith(set);
        return isRoot
                || Stream.iterate(folders, parent -> parent != null, Path::getParent)
                        .anyMatch(parent -> parent.endsWith(set));
    }

    private static boolean ends(Path file, String ending) {
        String name = file.toString();
        return name.endsWith(ending) || name.endsWith(ending + PACKED);
    }
}
