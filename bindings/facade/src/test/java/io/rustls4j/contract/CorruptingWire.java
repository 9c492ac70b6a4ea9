package io.rustls4j.contract;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Spoils one record, and remembers what types of record have passed. */
final class CorruptingWire implements Wire {
    private final Records records = new Records();
    private final List<Integer> types = new ArrayList<>();
    private final int victim;
    private final Corruption corruption;

    CorruptingWire(int victim, Corruption corruption) {
        this.victim = victim;
        this.corruption = corruption;
    }

    /** Whether so many records passed that the victim was among them. */
    boolean hasStruck() {
        return types.size() > victim;
    }

    /** The type of the record that was spoiled. */
    int victimsType() {
        return types.get(victim);
    }

    @Override
    public byte[] carry(byte[] sent) {
        ByteArrayOutputStream carried = new ByteArrayOutputStream();
        for (byte[] record : records.add(sent)) {
            carried.writeBytes(types.size() == victim ? corruption.apply(record) : record);
            types.add(Records.type(record));
        }
        return carried.toByteArray();
    }
}
