package io.rustls4j.contract;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Lets one record be overtaken by the next, if there is a next before the sender falls silent. */
final class ReorderingWire implements Wire {
    private final Records records = new Records();
    private final List<Integer> types = new ArrayList<>();
    private final int victim;
    private byte[] held = new byte[0];
    private boolean struck;

    ReorderingWire(int victim) {
        this.victim = victim;
    }

    /** Whether two records changed places. */
    boolean hasStruck() {
        return struck;
    }

    /** Whether one of those that changed places is a ChangeCipherSpec. */
    boolean concernsChangeCipherSpec() {
        return types.get(victim) == Records.CHANGE_CIPHER_SPEC
                || types.get(victim + 1) == Records.CHANGE_CIPHER_SPEC;
    }

    @Override
    public byte[] carry(byte[] sent) {
        ByteArrayOutputStream carried = new ByteArrayOutputStream();
        for (byte[] record : records.add(sent)) {
            if (types.size() == victim) {
                held = record;
            } else {
                carried.writeBytes(record);
                struck |= held.length > 0;
                carried.writeBytes(release());
            }
            types.add(Records.type(record));
        }
        return carried.toByteArray();
    }

    @Override
    public byte[] quiet() {
        return release();
    }

    private byte[] release() {
        byte[] released = held;
        held = new byte[0];
        return released;
    }
}
