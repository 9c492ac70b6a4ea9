module consumer {
    requires io.rustls4j;
}
