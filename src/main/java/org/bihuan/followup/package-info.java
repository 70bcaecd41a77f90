@NullMarked
package org.bihuan.followup;

import org.jspecify.annotations.NullMarked;
