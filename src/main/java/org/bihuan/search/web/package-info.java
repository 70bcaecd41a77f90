@NullMarked
package org.bihuan.search.web;

import org.jspecify.annotations.NullMarked;
