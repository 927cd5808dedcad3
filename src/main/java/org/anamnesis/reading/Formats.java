package org.anamnesis.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.notes.DocumentText;
import org.anamnesis.prose.Block;

/**
 * The files of one note put together. FHIR lets a note repeat one text in several formats, and EHRs also give the pages of one
 * text as several files: what says the same words is read once, in the format that keeps most of its structure; what does not
 * is read one after the other.
 */
final class Formats {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,]\\p{N}{1,9}){0,4}");
    private static final Pattern NUMBER = Pattern.compile(".*\\p{N}.*");
    /** How much of the shorter text's words the longer one has, at least, where they are one text. */
    private static final double SAME = 0.95;
    /** A text shorter than this part of another is something else, if only an addendum. */
    private static final double TOO_SHORT = 0.6;
    /** Of two as long as this, neither is an extract of the other. */
    private static final double AS_LONG = 0.9;

    private Formats() {}

    /** The blocks to be read, in the files' order; what is said of the other files is added to the remarks. */
    static List<Block> chosen(List<NoteFiles.Came> files, List<String> remarks) {
        List<Told> kept = new ArrayList<>();
        for (NoteFiles.Came file : files) {
            if (file.text() instanceof DocumentText.Read read) {
                keep(kept, new Told(read), remarks);
            } else if (file.text() instanceof DocumentText.Unread unread && files.size() > 1) {
                String what = file.contentType().isEmpty() ? "a file" : file.contentType();
                remarks.add("attached, not read: " + what + " (" + unread.reason() + ")");
            }
        }
        List<Block> blocks = new ArrayList<>();
        for (Told told : kept) {
            blocks.addAll(told.read.blocks());
            remarks.addAll(told.read.remarks());
        }
        return blocks;
    }

    private static void keep(List<Told> kept, Told next, List<String> remarks) {
        for (int at = 0; at < kept.size(); at++) {
            Told known = kept.get(at);
            if (known.isTheSameAs(next)) {
                Told better = BEST.compare(known, next) <= 0 ? known : next;
                Told other = better == known ? next : known;
                remarks.add("also attached as " + other.read.format().label());
                kept.set(at, better);
                return;
            }
        }
        kept.add(next);
    }

    /** A text much longer is the whole one; else what keeps most of the structure. */
    private static final Comparator<Told> BEST = (one, other) -> {
        boolean muchShorter = Math.min(one.count, other.count) < AS_LONG * Math.max(one.count, other.count);
        return muchShorter
                ? Integer.compare(other.count, one.count)
                : one.read.format().compareTo(other.read.format());
    };

    /** A file that was read, with its words counted. */
    private static final class Told {

        private final DocumentText.Read read;
        private final Map<String, Integer> words = new HashMap<>();
        private int count;

        Told(DocumentText.Read read) {
            this.read = read;
            for (Block block : read.blocks()) {
                Matcher word = WORD.matcher(block.text().toLowerCase(Locale.ROOT));
                while (word.find()) {
                    words.merge(word.group(), 1, Integer::sum);
                    count++;
                }
            }
        }

        /** Two files of one format are two pages, unless they say the very same. */
        boolean isTheSameAs(Told other) {
            if (read.format() == other.read.format()) {
                return read.blocks().equals(other.read.blocks());
            }
            Told shorter = count <= other.count ? this : other;
            Told longer = shorter == this ? other : this;
            return shorter.count >= TOO_SHORT * longer.count && longer.says(shorter);
        }

        /** Nearly all the other's words, and every number of it: a dose that differs makes it another text. */
        private boolean says(Told other) {
            int shared = 0;
            for (Map.Entry<String, Integer> word : other.words.entrySet()) {
                int here = words.getOrDefault(word.getKey(), 0);
                boolean number = word.getKey().length() > 1
                        && NUMBER.matcher(word.getKey()).matches();
                if (number && here < word.getValue()) {
                    return false;
                }
                shared += Math.min(word.getValue(), here);
            }
            return shared >= SAME * other.count;
        }
    }
}
