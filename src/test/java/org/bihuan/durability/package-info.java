@NullMarked
package org.bihuan.durability;

import org.jspecify.annotations.NullMarked;
