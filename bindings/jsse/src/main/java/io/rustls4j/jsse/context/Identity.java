package io.rustls4j.jsse.context;

/** Something that equals itself only, as part of a key. */
record Identity<T>(T value) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Identity<?>(Object that) && value == that;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(value);
    }
}
