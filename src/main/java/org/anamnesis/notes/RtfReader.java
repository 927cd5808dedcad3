package org.anamnesis.notes;

import com.rtfparserkit.parser.IRtfSource;
import com.rtfparserkit.parser.RtfListenerAdaptor;
import com.rtfparserkit.parser.standard.StandardRtfParser;
import com.rtfparserkit.rtf.Command;
import com.rtfparserkit.rtf.CommandType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.notes.Unreadable.Reason;

/** Rich text (RTF 1.9): what its reader sees, without pictures, embedded files, headers, and text marked hidden or deleted. */
final class RtfReader {

    private static final int DEEPEST = 1_000;
    private static final Pattern BINARY = Pattern.compile("\\\\bin(\\d{1,20})");
    /** Destinations whose text stands on the page. */
    private static final Set<Command> SEEN = EnumSet.of(
            Command.rtf,
            Command.field,
            Command.fldrslt,
            Command.shp,
            Command.shptxt,
            Command.dptxbxtext,
            Command.result);

    private static final Set<Command> MARKS = EnumSet.of(Command.listtext, Command.pntext);

    private RtfReader() {}

    static void read(byte[] bytes, Blocks blocks) throws IOException {
        checkBinary(bytes);
        Page page = new Page(blocks);
        new StandardRtfParser().parse(new Source(bytes), page);
        page.end();
    }

    /** The parser makes room for as many binary bytes as a file announces: no more than there can be. */
    private static void checkBinary(byte[] bytes) {
        Matcher binary = BINARY.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (binary.find()) {
            if (binary.group(1).length() > 9 || Integer.parseInt(binary.group(1)) > bytes.length) {
                throw new Unreadable(Reason.BROKEN);
            }
        }
    }

    /** How text looks within a group. */
    private record Look(Command destination, boolean strong, boolean hidden, boolean deleted) {

        Look within(Command other) {
            return new Look(other, strong, hidden, deleted);
        }

        Look strong(boolean on) {
            return new Look(destination, on, hidden, deleted);
        }

        Look hidden(boolean on) {
            return new Look(destination, strong, on, deleted);
        }

        Look deleted(boolean on) {
            return new Look(destination, strong, hidden, on);
        }
    }

    /** The page as it is written. */
    private static final class Page extends RtfListenerAdaptor {

        private final Blocks blocks;
        private final Flow flow;
        private final Deque<Look> groups = new ArrayDeque<>();
        private Look look = new Look(Command.rtf, false, false, false);
        private final StringBuilder mark = new StringBuilder();
        private boolean inTable;
        private boolean inRow;
        private boolean cellAwaited;

        Page(Blocks blocks) {
            this.blocks = blocks;
            this.flow = new Flow(blocks);
        }

        void end() {
            leaveRow();
            flow.end();
        }

        @Override
        public void processGroupStart() {
            if (groups.size() == DEEPEST) {
                throw new Unreadable(Reason.BROKEN);
            }
            groups.push(look);
        }

        @Override
        public void processGroupEnd() {
            look = groups.pop();
        }

        @Override
        public void processString(String words) {
            if (MARKS.contains(look.destination())) {
                mark.append(words);
            } else if (SEEN.contains(look.destination()) && !look.deleted()) {
                if (look.hidden()) {
                    blocks.remark("text that does not show was left out");
                } else {
                    write(words);
                }
            }
        }

        @Override
        public void processCommand(Command command, int parameter, boolean hasParameter, boolean optional) {
            boolean on = !hasParameter || parameter != 0;
            if (command.getCommandType() == CommandType.Destination || command == Command.optionalcommand) {
                look = look.within(command);
                return;
            }
            switch (command) {
                case b -> look = look.strong(on);
                case v -> look = look.hidden(on);
                case deleted -> look = look.deleted(on);
                case plain -> look = look.strong(false).hidden(false);
                case pard -> inTable = false;
                case intbl -> inTable = true;
                default -> {
                    if (SEEN.contains(look.destination())) {
                        symbol(command);
                    }
                }
            }
        }

        private void symbol(Command command) {
            switch (command) {
                case par, sect, page -> {
                    leaveRowUnless(inTable);
                    flow.paragraphEnd();
                }
                case line -> flow.lineEnd();
                case tab -> write("\t");
                case nonbreakingspace -> write(" ");
                case nonbreakinghyphen -> write("-");
                case cell, nestcell -> {
                    enterRow();
                    flow.end();
                    cellAwaited = true;
                }
                case row, nestrow -> leaveRow();
                default -> {
                    // looks and measures that say nothing about the words
                }
            }
        }

        private void write(String words) {
            leaveRowUnless(inTable);
            if (inTable) {
                enterRow();
            }
            if (!mark.isEmpty() && !words.isBlank()) {
                flow.item(mark.toString());
                mark.setLength(0);
            }
            flow.strong(look.strong());
            flow.text(words);
            flow.strong(false);
        }

        private void enterRow() {
            if (!inRow) {
                flow.row();
                inRow = true;
                cellAwaited = true;
            }
            if (cellAwaited) {
                flow.cell();
                cellAwaited = false;
            }
        }

        private void leaveRowUnless(boolean inside) {
            if (!inside) {
                leaveRow();
            }
        }

        private void leaveRow() {
            if (inRow) {
                flow.endRow();
                inRow = false;
                cellAwaited = false;
            }
        }
    }

    /** The bytes of the file, as long as someone waits for them. */
    private static final class Source implements IRtfSource {

        private final byte[] bytes;
        private int at;

        Source(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            Blocks.checkWaitedFor();
            return at < bytes.length ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public void unread(int one) {
            at--;
        }

        @Override
        public int read(byte[] into) {
            int length = Math.min(into.length, bytes.length - at);
            System.arraycopy(bytes, at, into, 0, length);
            at += length;
            return length;
        }
    }
}
