package io.rustls4j.jsse.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.util.Set;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * All of a socket that is TCP's and not TLS's, on the socket below: one that was given, or one of
 * its own.
 */
abstract class DelegatingSocket extends SSLSocket {
    private final Socket tcp;
    private final boolean layered;

    DelegatingSocket(Socket tcp, boolean layered) {
        this.tcp = tcp;
        this.layered = layered;
    }

    @Override
    public final void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public final void bind(@Nullable SocketAddress local) throws IOException {
        if (layered) {
            throw new IOException("Underlying socket should already be connected");
        }
        tcp.bind(local);
    }

    /** Urgent data would come in between the bytes of a record. */
    @Override
    public final void sendUrgentData(int data) throws IOException {
        throw new SocketException("This method is not supported by SSLSockets");
    }

    @Override
    public final void setOOBInline(boolean on) throws SocketException {
        throw noUrgentData();
    }

    @Override
    public final boolean getOOBInline() throws SocketException {
        throw noUrgentData();
    }

    private static SocketException noUrgentData() {
        return new SocketException(
                "This method is ineffective, since sending urgent data is not supported by"
                        + " SSLSockets");
    }

    @Override
    public final void setPerformancePreferences(int connectionTime, int latency, int bandwidth) {
        tcp.setPerformancePreferences(connectionTime, latency, bandwidth);
    }

    @Override
    public final <T> Socket setOption(SocketOption<T> name, T value) throws IOException {
        tcp.setOption(name, value);
        return this;
    }

    @Override
    public final <T> T getOption(SocketOption<T> name) throws IOException {
        return tcp.getOption(name);
    }

    @Override
    public final Set<SocketOption<?>> supportedOptions() {
        return tcp.supportedOptions();
    }

    @Override
    public final @Nullable SocketChannel getChannel() {
        return tcp.getChannel();
    }

    @Override
    public final @Nullable SocketAddress getLocalSocketAddress() {
        return tcp.getLocalSocketAddress();
    }

    @Override
    public final @Nullable SocketAddress getRemoteSocketAddress() {
        return tcp.getRemoteSocketAddress();
    }

    @Override
    public final @Nullable InetAddress getInetAddress() {
        return tcp.getInetAddress();
    }

    @Override
    public final InetAddress getLocalAddress() {
        return tcp.getLocalAddress();
    }

    @Override
    public final int getPort() {
        return tcp.getPort();
    }

    @Override
    public final int getLocalPort() {
        return tcp.getLocalPort();
    }

    @Override
    public final boolean isConnected() {
        return tcp.isConnected();
    }

    @Override
    public final boolean isBound() {
        return tcp.isBound();
    }

    @Override
    public final void setSoLinger(boolean on, int seconds) throws SocketException {
        tcp.setSoLinger(on, seconds);
    }

    @Override
    public final int getSoLinger() throws SocketException {
        return tcp.getSoLinger();
    }

    @Override
    public final void setTcpNoDelay(boolean on) throws SocketException {
        tcp.setTcpNoDelay(on);
    }

    @Override
    public final boolean getTcpNoDelay() throws SocketException {
        return tcp.getTcpNoDelay();
    }

    @Override
    public final void setKeepAlive(boolean on) throws SocketException {
        tcp.setKeepAlive(on);
    }

    @Override
    public final boolean getKeepAlive() throws SocketException {
        return tcp.getKeepAlive();
    }

    @Override
    public final void setReuseAddress(boolean on) throws SocketException {
        tcp.setReuseAddress(on);
    }

    @Override
    public final boolean getReuseAddress() throws SocketException {
        return tcp.getReuseAddress();
    }

    @Override
    public final void setSoTimeout(int millis) throws SocketException {
        tcp.setSoTimeout(millis);
    }

    @Override
    public final int getSoTimeout() throws SocketException {
        return tcp.getSoTimeout();
    }

    @Override
    public final void setSendBufferSize(int size) throws SocketException {
        tcp.setSendBufferSize(size);
    }

    @Override
    public final int getSendBufferSize() throws SocketException {
        return tcp.getSendBufferSize();
    }

    @Override
    public final void setReceiveBufferSize(int size) throws SocketException {
        tcp.setReceiveBufferSize(size);
    }

    @Override
    public final int getReceiveBufferSize() throws SocketException {
        return tcp.getReceiveBufferSize();
    }

    @Override
    public final void setTrafficClass(int trafficClass) throws SocketException {
        tcp.setTrafficClass(trafficClass);
    }

    @Override
    public final int getTrafficClass() throws SocketException {
        return tcp.getTrafficClass();
    }
}
