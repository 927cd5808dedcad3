package org.anamnesis.corpus;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Very many ids, of which only eight bytes each are kept: whether one is among them, not which they are. */
final class IdSet {

    private static final int FIRST_PLACES = 1 << 12;

    private long[] places = new long[FIRST_PLACES];
    private int size;

    /** Whether it is new. */
    boolean add(String id) {
        if (size * 2 > places.length) {
            grow();
        }
        return put(hash(id));
    }

    boolean contains(String id) {
        long hash = hash(id);
        int place = place(hash);
        while (places[place] != 0 && places[place] != hash) {
            place = place + 1 & places.length - 1;
        }
        return places[place] == hash;
    }

    private boolean put(long hash) {
        int place = place(hash);
        while (places[place] != 0) {
            if (places[place] == hash) {
                return false;
            }
            place = place + 1 & places.length - 1;
        }
        places[place] = hash;
        size++;
        return true;
    }

    private void grow() {
        long[] full = places;
        places = new long[full.length * 2];
        size = 0;
        for (long hash : full) {
            if (hash != 0) {
                put(hash);
            }
        }
    }

    private int place(long hash) {
        return (int) (hash ^ hash >>> 32) & places.length - 1;
    }

    /** Two halves that have nothing in common: two ids of one data set meet once in billions. Zero stands for nothing. */
    private static long hash(String id) {
        CRC32C crc = new CRC32C();
        crc.update(id.getBytes(StandardCharsets.UTF_8));
        long hash = crc.getValue() << 32 ^ (id.hashCode() & 0xFFFFFFFFL);
        return hash == 0 ? 1 : hash;
    }
}
