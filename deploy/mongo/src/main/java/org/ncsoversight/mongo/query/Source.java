package org.ncsoversight.mongo.query;

import de.bwaldvogel.mongo.backend.Index;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.ncsoversight.mongo.index.SortKey;

/** What a collection is read from. The list of indexes is the collection's own and changes with it. */
public record Source(MVMap<SortKey, byte[]> documents, List<Index<SortKey>> indexes) {}
