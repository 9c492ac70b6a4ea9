package io.rustls4j.tcnative.surface;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What reflection does not tell of a class that must not be initialized: its version, and the
 * constants that compilers copy into other classes.
 *
 * @param major the version of its format
 * @param constants the values of its fields that are constants to a compiler
 */
record ClassFile(int major, Map<String, Object> constants) {
    private static final int MAGIC = 0xCAFEBABE;

    static ClassFile parse(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                throw new IllegalArgumentException("no class file");
            }
            in.readUnsignedShort();
            int major = in.readUnsignedShort();
            Object[] pool = pool(in);
            in.skipNBytes(6); // access, this, super
            in.skipNBytes(2L * in.readUnsignedShort());
            return new ClassFile(major, constants(in, pool));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object[] pool(DataInputStream in) throws IOException {
        Object[] pool = new Object[in.readUnsignedShort()];
        for (int i = 1; i < pool.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> pool[i] = in.readUTF();
                case 3 -> pool[i] = in.readInt();
                case 4 -> pool[i] = in.readFloat();
                case 5 -> pool[i++] = in.readLong();
                case 6 -> pool[i++] = in.readDouble();
                case 8 -> pool[i] = new StringIndex(in.readUnsignedShort());
                case 7, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                default -> throw new IllegalArgumentException("tag " + tag);
            }
        }
        return pool;
    }

    private record StringIndex(int index) {}

    private static Map<String, Object> constants(DataInputStream in, Object[] pool)
            throws IOException {
        Map<String, Object> constants = new TreeMap<>();
        int fields = in.readUnsignedShort();
        for (int field = 0; field < fields; field++) {
            in.skipNBytes(2);
            String name = (String) pool[in.readUnsignedShort()];
            in.skipNBytes(2);
            int attributes = in.readUnsignedShort();
            for (int attribute = 0; attribute < attributes; attribute++) {
                String kind = (String) pool[in.readUnsignedShort()];
                int length = in.readInt();
                if (kind.equals("ConstantValue")) {
                    Object value = pool[in.readUnsignedShort()];
                    constants.put(
                            name, value instanceof StringIndex(int index) ? pool[index] : value);
                } else {
                    in.skipNBytes(length);
                }
            }
        }
        return constants;
    }
}
