package org.anamnesis.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What another Java process holds, by the JDK's own tool and its record of collections.
 *
 * @param usedMegabytes the heap that is in use after a collection of all of it, now
 * @param threads of the operating system, now
 * @param mostThreads the most there were
 */
record ServerState(long usedMegabytes, int threads, int mostThreads) {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern COLLECTED = Pattern.compile("\\d+M->(\\d+)M\\(\\d+M\\)");

    static ServerState of(ProcessHandle java) throws IOException, InterruptedException {
        ask(java, "GC.run");
        String heap = ask(java, "GC.heap_info");
        String counters = ask(java, "PerfCounter.print");
        return new ServerState(
                number(USED, heap) / 1024,
                (int) number(Pattern.compile("java\\.threads\\.live=(\\d+)"), counters),
                (int) number(Pattern.compile("java\\.threads\\.livePeak=(\\d+)"), counters));
    }

    /** The most that was in use after any collection so far, in megabytes; young ones leave some that is not used. */
    static long mostAfterCollections(Path log) throws IOException {
        return COLLECTED
                .matcher(Files.readString(log))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
    }

    private static long number(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("the JDK's tool said something else: "
                    + text.lines().findFirst().orElse(""));
        }
        return Long.parseLong(found.group(1));
    }

    private static String ask(ProcessHandle java, String what) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(java.pid()),
                        what)
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        tool.waitFor();
        return said;
    }
}
