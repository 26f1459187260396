package org.ncsoversight.mongo.wire;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.ncsoversight.mongo.memory.Allowance;

/** Who answers. */
public interface Commands {

    /** The encoded answer, for which the allowance has room. */
    ByteBuf answer(Channel channel, String database, Document command, Allowance ofAnswer);

    /** Whether it may read a whole collection. */
    boolean isHeavy(String command);

    void disconnected(Channel channel);
}
