@NullMarked
package org.bihuan.shared.queue;

import org.jspecify.annotations.NullMarked;
