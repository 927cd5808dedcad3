package org.anamnesis.corpus;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Resources written one behind the other into one file, so that any of them can be read again; gone when closed. */
final class Spill implements Closeable {

    private static final int BUFFER_BYTES = 1 << 20;

    private final FileChannel file;
    private final OutputStream out;
    private long end;

    Spill(Path path) throws IOException {
        this.file = FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        this.out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER_BYTES);
    }

    /** Where a resource stands. */
    record Slice(long offset, int length) {}

    Slice add(byte[] resource) throws IOException {
        out.write(resource);
        Slice slice = new Slice(end, resource.length);
        end += resource.length;
        return slice;
    }

    /** To be called between the last writing and the first reading. */
    void finish() throws IOException {
        out.flush();
    }

    byte[] read(Slice slice) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(slice.length());
        while (bytes.hasRemaining()) {
            if (file.read(bytes, slice.offset() + bytes.position()) < 0) {
                throw new EOFException("the index is older than its file");
            }
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
