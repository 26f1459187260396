package org.ncsoversight.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What our own stages give is what the library's give. */
class AggregationTest {

    private static final int DOCUMENTS = 300;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{$match: {a: {$gte: 3}}}, {$sort: {a: -1, _id: 1}}, {$skip: 5}, {$limit: 7}",
                "{$match: {a: 3}}, {$match: {b: {$in: [1, 2]}}}, {$sort: {_id: 1}}",
                "{$sort: {_id: -1}}, {$limit: 10}, {$project: {a: 1}}",
                "{$limit: 20}, {$sort: {b: 1}}, {$limit: 5}",
                "{$skip: 290}, {$addFields: {c: {$add: ['$b', 1]}}}",
                "{$group: {_id: '$a', n: {$sum: 1}, b: {$sum: '$b'}, least: {$min: '$b'}, most: {$max: '$b'}}}",
                "{$group: {_id: {a: '$a', b: '$b'}, first: {$first: '$_id'}, last: {$last: '$_id'}}}",
                "{$group: {_id: '$none', mean: {$avg: '$b'}, all: {$push: '$_id'}, some: {$addToSet: '$a'}}}",
                "{$match: {a: 99}}, {$group: {_id: null, n: {$sum: 1}}}",
                "{$match: {}}, {$group: {_id: 1, n: {$sum: 1}}}",
                "{$match: {a: 1}}, {$count: 'many'}",
                "{$match: {a: 99}}, {$count: 'many'}",
                "{$sortByCount: '$a'}",
                "{$unwind: '$list'}, {$match: {list: {$gte: 2}}}, {$sort: {list: 1, _id: 1}}",
                "{$unwind: {path: '$list', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true}}",
                "{$unwind: '$sub.list'}, {$limit: 4}",
                "{$bucket: {groupBy: '$b', boundaries: [0, 4, 20], output: {n: {$sum: 1}, ids: {$push: '$_id'}}}}",
                "{$facet: {few: [{$match: {a: 1}}, {$limit: 2}], sums: [{$group: {_id: '$a', n: {$sum: '$b'}}}]}}",
                "{$match: {_id: {$lt: 5}}}, {$lookup: {from: 'items', localField: 'a', foreignField: '_id', as: 'of'}}",
                "{$match: {_id: {$lt: 3}}}, {$lookup: {from: 'items', let: {x: '$a'}, as: 'of', pipeline: ["
                        + "{$match: {$expr: {$eq: ['$_id', '$$x']}}}, {$project: {b: 1}}]}}",
                "{$replaceRoot: {newRoot: '$sub'}}, {$limit: 3}",
                "{$unset: 'list'}, {$group: {_id: '$b'}}, {$sort: {_id: 1}}"
            })
    void a_pipeline_gives_what_the_stock_server_gives(String stages) {
        List<Document> pipeline = Document.parse("{pipeline: [" + stages + "]}").getList("pipeline", Document.class);

        assertThat(onOurs(items -> all(items, pipeline))).isEqualTo(onStock(items -> all(items, pipeline)));
    }

    private static List<Document> all(MongoCollection<Document> items, List<? extends Bson> pipeline) {
        return items.aggregate(pipeline).batchSize(9).into(new ArrayList<>());
    }

    private List<Document> onOurs(Function<MongoCollection<Document>, List<Document>> work) {
        try (LocalMongo mongo = LocalMongo.start(folder.resolve("ours.mv"), 0)) {
            return filled(mongo.uri(), work);
        }
    }

    private List<Document> onStock(Function<MongoCollection<Document>, List<Document>> work) {
        try (StockServer stock = StockServer.start(folder.resolve("stock.mv"))) {
            return filled(stock.uri(), work);
        }
    }

    private static List<Document> filled(String uri, Function<MongoCollection<Document>, List<Document>> work) {
        try (MongoClient client = MongoClients.create(uri)) {
            var items = client.getDatabase("test").getCollection("items");
            var random = new Random(7);
            items.insertMany(IntStream.range(0, DOCUMENTS)
                    .mapToObj(n -> document(n, random))
                    .toList());
            return work.apply(items);
        }
    }

    private static Document document(int n, Random random) {
        var list = IntStream.range(0, random.nextInt(4)).boxed().toList();
        var document = new Document("_id", n)
                .append("a", random.nextInt(6))
                .append("b", random.nextInt(20))
                .append("sub", new Document("list", list).append("x", n));
        return n % 5 == 0 ? document : document.append("list", list);
    }
}
