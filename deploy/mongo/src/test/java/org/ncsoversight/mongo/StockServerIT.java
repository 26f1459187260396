package org.ncsoversight.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.mongodb.MongoCommandException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The reason for each of our changes: the stock server fails that part of the specification. */
class StockServerIT {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> the_stock_server_fails_to_show_that() {
        return Stream.of(ServerSpecification.class, LimitsSpecification.class)
                .flatMap(specification -> Stream.of(specification.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> dynamicTest(method.getName().replace('_', ' '), () -> assertFails(method)));
    }

    private void assertFails(Method specified) throws Exception {
        StockServer.Holder server = new StockServer.Holder();
        ServerUnderTest onStock = specified.getDeclaringClass() == ServerSpecification.class
                ? new OnStock(server)
                : new LimitsOnStock(server);
        onStock.folder = Files.createDirectory(folder.resolve(specified.getName()));
        onStock.open();
        try {
            Throwable failure = catchThrowable(() -> specified.invoke(onStock));
            assertThat(failure)
                    .as("The stock server can do this now; remove our code for it.")
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOfAny(AssertionError.class, MongoCommandException.class);
        } finally {
            onStock.close();
        }
    }

    private static final class OnStock extends ServerSpecification {

        private final StockServer.Holder server;

        private OnStock(StockServer.Holder server) {
            this.server = server;
        }

        @Override
        String start(Path file) {
            return server.start(file);
        }

        @Override
        void stop() {
            server.stop();
        }

        @Override
        Class<?> main() {
            return StockServer.class;
        }
    }

    private static final class LimitsOnStock extends LimitsSpecification {

        private final StockServer.Holder server;

        private LimitsOnStock(StockServer.Holder server) {
            this.server = server;
        }

        @Override
        String start(Path file) {
            return server.start(file);
        }

        @Override
        void stop() {
            server.stop();
        }

        @Override
        Class<?> main() {
            return StockServer.class;
        }
    }
}
