package io.rustls4j.contract;

import java.util.Arrays;

/** Ways to spoil a record. */
enum Corruption {
    /** The last byte is missing, and so everything after it is shifted. */
    TRUNCATED {
        @Override
        byte[] apply(byte[] record) {
            return Arrays.copyOf(record, record.length - 1);
        }
    },
    /** Only the header is left. */
    BEHEADED {
        @Override
        byte[] apply(byte[] record) {
            return Arrays.copyOf(record, Records.HEADER);
        }
    },
    FIRST_BYTE_FLIPPED {
        @Override
        byte[] apply(byte[] record) {
            return flipped(record, Records.HEADER);
        }
    },
    MIDDLE_BYTE_FLIPPED {
        @Override
        byte[] apply(byte[] record) {
            return flipped(record, (Records.HEADER + record.length) / 2);
        }
    },
    LAST_BYTE_FLIPPED {
        @Override
        byte[] apply(byte[] record) {
            return flipped(record, record.length - 1);
        }
    },
    TYPE_CHANGED {
        @Override
        byte[] apply(byte[] record) {
            return flipped(record, 0);
        }
    },
    LENGTH_CHANGED {
        @Override
        byte[] apply(byte[] record) {
            return flipped(record, 4);
        }
    },
    TOO_LONG {
        @Override
        byte[] apply(byte[] record) {
            byte[] changed = record.clone();
            changed[3] = (byte) 0xff;
            return changed;
        }
    },
    TWICE {
        @Override
        byte[] apply(byte[] record) {
            byte[] twice = Arrays.copyOf(record, 2 * record.length);
            System.arraycopy(record, 0, twice, record.length, record.length);
            return twice;
        }
    },
    MISSING {
        @Override
        byte[] apply(byte[] record) {
            return new byte[0];
        }
    };

    abstract byte[] apply(byte[] record);

    private static byte[] flipped(byte[] record, int index) {
        byte[] changed = record.clone();
        changed[index] ^= 0x10;
        return changed;
    }
}
