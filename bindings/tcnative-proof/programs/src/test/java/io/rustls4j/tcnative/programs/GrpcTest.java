package io.rustls4j.tcnative.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.rustls4j.testkit.Loopback;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** gRPC over mutual TLS. */
class GrpcTest {
    private static final int MESSAGES = 5_000;
    private static final MethodDescriptor<byte[], byte[]> UNARY = method("Echo", MethodType.UNARY);
    private static final MethodDescriptor<byte[], byte[]> COUNT =
            method("Count", MethodType.SERVER_STREAMING);
    private static final MethodDescriptor<byte[], byte[]> TALK =
            method("Talk", MethodType.BIDI_STREAMING);

    private final List<SSLSession> sessions = new CopyOnWriteArrayList<>();
    private final Server server;
    private final ManagedChannel channel;

    GrpcTest() throws IOException {
        server = server().start();
        channel = channel(true);
    }

    @AfterEach
    void stop() throws InterruptedException {
        channel.shutdownNow();
        server.shutdownNow();
        assertThat(channel.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void callsOneByOne() {
        byte[] content = DropIn.content(1 << 20);
        byte[] answer = ClientCalls.blockingUnaryCall(channel, UNARY, CallOptions.DEFAULT, content);
        assertThat(answer).isEqualTo(content);
        assertThat(sessions).isNotEmpty().allSatisfy(DropIn::assertIsOf);
    }

    @Test
    void knowsWhoCalls() throws Exception {
        ClientCalls.blockingUnaryCall(channel, UNARY, CallOptions.DEFAULT, new byte[1]);
        assertThat(sessions.getFirst().getPeerCertificates())
                .containsExactly(DropIn.CLIENT.certificate());
    }

    @Test
    void streamsFromTheServer() {
        Iterator<byte[]> answers =
                ClientCalls.blockingServerStreamingCall(
                        channel, COUNT, CallOptions.DEFAULT, number(MESSAGES));
        for (int i = 0; i < MESSAGES; i++) {
            assertThat(ByteBuffer.wrap(answers.next()).getInt()).isEqualTo(i);
        }
        assertThat(answers.hasNext()).isFalse();
    }

    @Test
    void streamsBothWays() throws Exception {
        Collector received = new Collector();
        StreamObserver<byte[]> requests =
                ClientCalls.asyncBidiStreamingCall(
                        channel.newCall(TALK, CallOptions.DEFAULT), received);
        IntStream.range(0, MESSAGES).mapToObj(GrpcTest::number).forEach(requests::onNext);
        requests.onCompleted();
        assertThat(received.done.get(30, TimeUnit.SECONDS))
                .extracting(message -> ByteBuffer.wrap(message).getInt())
                .containsExactlyElementsOf(IntStream.range(0, MESSAGES).boxed().toList());
    }

    @Test
    void refusesWhoDoesNotSayWhoItIs() throws Exception {
        ManagedChannel anonymous = channel(false);
        try {
            assertThatThrownBy(
                            () ->
                                    ClientCalls.blockingUnaryCall(
                                            anonymous, UNARY, CallOptions.DEFAULT, new byte[1]))
                    .isInstanceOfSatisfying(
                            StatusRuntimeException.class,
                            e ->
                                    assertThat(e.getStatus().getCode())
                                            .isEqualTo(Status.Code.UNAVAILABLE));
            assertThat(sessions).isEmpty();
        } finally {
            anonymous.shutdownNow();
        }
    }

    private Server server() throws IOException {
        SslContext context =
                GrpcSslContexts.configure(
                                SslContextBuilder.forServer(
                                        DropIn.SERVER.privateKey(), DropIn.SERVER.certificate()),
                                SslProvider.OPENSSL)
                        .trustManager(DropIn.AUTHORITY.certificate())
                        .clientAuth(ClientAuth.REQUIRE)
                        .build();
        return NettyServerBuilder.forAddress(new InetSocketAddress(Loopback.ADDRESS, 0))
                .sslContext(context)
                .intercept(new SessionWitness(sessions))
                .addService(service())
                .build();
    }

    private ManagedChannel channel(boolean authenticated) throws IOException {
        SslContextBuilder builder =
                GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.OPENSSL)
                        .trustManager(DropIn.AUTHORITY.certificate());
        if (authenticated) {
            builder.keyManager(DropIn.CLIENT.privateKey(), DropIn.CLIENT.certificate());
        }
        return NettyChannelBuilder.forAddress("localhost", server.getPort())
                .sslContext(builder.build())
                .build();
    }

    private static ServerServiceDefinition service() {
        return ServerServiceDefinition.builder("rustls4j.Talk")
                .addMethod(
                        UNARY,
                        ServerCalls.asyncUnaryCall(
                                (request, answers) -> {
                                    answers.onNext(request);
                                    answers.onCompleted();
                                }))
                .addMethod(
                        COUNT,
                        ServerCalls.asyncServerStreamingCall(
                                (request, answers) -> {
                                    int count = ByteBuffer.wrap(request).getInt();
                                    IntStream.range(0, count)
                                            .mapToObj(GrpcTest::number)
                                            .forEach(answers::onNext);
                                    answers.onCompleted();
                                }))
                .addMethod(TALK, ServerCalls.asyncBidiStreamingCall(Echo::new))
                .build();
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static MethodDescriptor<byte[], byte[]> method(String name, MethodType type) {
        return MethodDescriptor.<byte[], byte[]>newBuilder()
                .setFullMethodName(MethodDescriptor.generateFullMethodName("rustls4j.Talk", name))
                .setType(type)
                .setRequestMarshaller(Bytes.ONLY)
                .setResponseMarshaller(Bytes.ONLY)
                .build();
    }

    /** Messages without a schema. */
    private enum Bytes implements MethodDescriptor.Marshaller<byte[]> {
        ONLY;

        @Override
        public InputStream stream(byte[] message) {
            return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Notes the TLS session of each call that reaches the server. */
    private record SessionWitness(List<SSLSession> sessions) implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            sessions.add(call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION));
            return next.startCall(call, headers);
        }
    }

    /** Says everything again. */
    private record Echo(StreamObserver<byte[]> answers) implements StreamObserver<byte[]> {
        @Override
        public void onNext(byte[] message) {
            answers.onNext(message);
        }

        @Override
        public void onError(Throwable failure) {
            answers.onError(failure);
        }

        @Override
        public void onCompleted() {
            answers.onCompleted();
        }
    }

    /** Keeps what comes until all has come. */
    private static final class Collector implements StreamObserver<byte[]> {
        private final List<byte[]> messages = new CopyOnWriteArrayList<>();
        private final CompletableFuture<List<byte[]>> done = new CompletableFuture<>();

        @Override
        public void onNext(byte[] message) {
            messages.add(message);
        }

        @Override
        public void onError(Throwable failure) {
            done.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            done.complete(messages);
        }
    }
}
