@NullMarked
package org.bihuan.savedview.web;

import org.jspecify.annotations.NullMarked;
