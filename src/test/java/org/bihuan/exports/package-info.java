/** Lists taken home as files, read back by programs of other people. */
@NullMarked
package org.bihuan.exports;

import org.jspecify.annotations.NullMarked;
